import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** Kilobytes (1024 bytes) after gzip. */
export interface Sizes {
  /** What a page of a switched-on site gets before an editor is found there. */
  page: number;
  /** The engine with its registry of laws. */
  engine: number;
  /** The dictionary for word segmentation, 0 when the extension has none. */
  words: number;
}

export function measureSizes(extension: string): Sizes {
  const all = readdirSync(extension, { recursive: true, encoding: "utf8" });
  const size = (pattern: RegExp) =>
    all
      .filter((name) => pattern.test(name))
      .map((name) => gzipSync(readFileSync(join(extension, name)), { level: 9 }).length / 1024)
      .reduce((sum, one) => sum + one, 0);
  return {
    page: size(/^content-scripts\/content\.js$|^page-reader\.js$/),
    engine: size(/^background\.js$|^registry\./),
    words: size(/\bwords\.bin$/),
  };
}

import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

/** As strings lie in memory: many times as quick to read as UTF-8. */
const ENCODING = "utf16le";
const DAY = 86_400_000;
/** Files that no run used for so long are removed. */
const KEPT_DAYS = 30;

/**
 * 缓存文件夹: values under names, one file each. Every file begins with a hash of the rest, so that a damaged one counts
 * for nothing; a file is written whole beside its place and then moved there.
 */
export class CacheFolder {
  readonly #used = new Set<string>();

  constructor(readonly path: string) {
    mkdirSync(path, { recursive: true });
    const ignore = join(path, ".gitignore");
    if (!existsSync(ignore)) writeFileSync(ignore, "*\n");
  }

  read<T>(name: string): T | null {
    try {
      const bytes = readFileSync(join(this.path, name));
      const end = bytes.indexOf("\n");
      const body = bytes.subarray(end + 1);
      if (bytes.toString("latin1", 0, end) !== hash(body)) return null;
      this.#used.add(name);
      return JSON.parse(body.toString(ENCODING)) as T;
    } catch {
      return null;
    }
  }

  /** A cache that cannot be written slows the next run and does nothing else. */
  write(name: string, value: unknown): void {
    const body = Buffer.from(JSON.stringify(value), ENCODING);
    const temporary = join(this.path, `${name}.${process.pid}.tmp`);
    try {
      writeFileSync(temporary, Buffer.concat([Buffer.from(`${hash(body)}\n`), body]));
      renameSync(temporary, join(this.path, name));
      this.#used.add(name);
    } catch {
      rmSync(temporary, { force: true });
    }
  }

  /** Removes what was not used for long; call it at the end of a run. */
  prune(now = Date.now()): void {
    for (const name of readdirSync(this.path)) {
      const file = join(this.path, name);
      if (name === ".gitignore") continue;
      try {
        const age = now - statSync(file).mtimeMs;
        if (this.#used.has(name)) {
          if (age > DAY) utimesSync(file, now / 1000, now / 1000);
        } else if (age > KEPT_DAYS * DAY) rmSync(file, { force: true });
      } catch {
        // Another run removed it.
      }
    }
  }
}

/** Of several parts: their lengths count, so that parts never run together. */
export function hash(...parts: readonly (string | Uint8Array)[]): string {
  const sum = createHash("sha256");
  for (const part of parts) sum.update(`${part.length}:`).update(part);
  return sum.digest("hex");
}

import { mkdtempSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { onDisk } from "../../../linter/workspace/node/findFiles";

describe("a file on disk", () => {
  it("has a stamp that stays while the file does", () => {
    const settled = fileURLToPath(new URL("../../../package.json", import.meta.url));
    const stamp = onDisk(settled).stamp?.();
    expect(stamp).toMatch(/^\d+ [\d.]+ [\d.]+ \d+$/);
    expect(onDisk(settled).stamp?.()).toBe(stamp);
  });

  it("has none while it may change without a sign, also with its times set back", () => {
    const path = join(mkdtempSync(join(tmpdir(), "gongwen-stamp-")), "通知.txt");
    writeFileSync(path, "关于检查的通知\n");
    expect(onDisk(path).stamp?.()).toBeNull();
    const { atimeMs } = statSync(path);
    utimesSync(path, atimeMs / 1000 - 3600, atimeMs / 1000 - 3600);
    expect(onDisk(path).stamp?.()).toBeNull();
  });
});

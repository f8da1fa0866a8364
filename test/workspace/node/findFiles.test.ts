import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { findFiles } from "../../../linter/workspace/node/findFiles";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gongwen-find-"));
  mkdirSync(join(folder, "批注/送审"), { recursive: true });
  for (const name of ["甲.txt", "批注/送审/甲.txt", "批注甲.txt"]) writeFileSync(join(folder, name), "甲");
});

afterEach(() => rmSync(folder, { recursive: true }));

async function found(pattern: string, written?: string) {
  const { wanted } = await findFiles([join(folder, pattern)], ["txt"], written && join(folder, written));
  return wanted.map((path) => relative(folder, resolve(path))).sort();
}

const ALL = ["批注/送审/甲.txt", "批注甲.txt", "甲.txt"];

it("takes nothing from the folder that is written to", async () => {
  expect(await found("")).toEqual(ALL);
  for (const pattern of ["", "**/*.txt"]) {
    expect(await found(pattern, "批注")).toEqual(["批注甲.txt", "甲.txt"]);
    expect(await found(pattern, "别处")).toEqual(ALL);
  }
});

it("takes what is named in the folder that is written to", async () => {
  for (const pattern of ["批注", "批注/送审", "批注/送审/甲.txt"])
    expect(await found(pattern, "批注")).toEqual(["批注/送审/甲.txt"]);
  expect(await found("", "")).toEqual(ALL);
});

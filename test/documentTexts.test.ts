import { describe, expect, it } from "vitest";
import { documentTexts } from "../linter/documentTexts";
import type { FileResult } from "../linter/reporters/lintOutput";
import { citation, results } from "./reporters/results";

const PARAGRAPHS = ["关于执行的通知", "各单位：", "根据国办发[2018]37号，执行。"];
const file: FileResult = { ...(results.files[0] as FileResult), path: "通知.txt", findings: [citation] };

function texts(files: readonly FileResult[], content: string | null) {
  const read = async () => {
    if (content === null) throw new Error("gone");
    return new TextEncoder().encode(content);
  };
  return documentTexts(
    files,
    files.map(({ path }) => ({ path, read })),
    {},
  );
}

describe("documentTexts", () => {
  it("gives the paragraphs of files with something to tell", async () => {
    expect(await texts([file], `${PARAGRAPHS.join("\n")}\n`)).toEqual(new Map([["通知.txt", PARAGRAPHS]]));
    expect((await texts([{ ...file, findings: [] }], PARAGRAPHS.join("\n"))).size).toBe(0);
  });

  it("leaves out what was changed or is gone since it was checked", async () => {
    expect((await texts([file], `新的一段\n${PARAGRAPHS.join("\n")}`)).size).toBe(0);
    expect((await texts([file], "")).size).toBe(0);
    expect((await texts([file], null)).size).toBe(0);
  });
});

import { unzipSync, Zip, ZipDeflate, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { replaceEntries } from "../../../linter/writers/docx/zip";

const bytes = (text: string) => new TextEncoder().encode(text);
const zip = zipSync(
  { "a.xml": bytes("甲".repeat(500)), "图.png": [bytes("图"), { level: 0 }], "b/c.xml": bytes("乙") },
  { mtime: "2024-03-05T10:00:00", comment: "注释" },
);
const texts = (file: Uint8Array) =>
  Object.entries(unzipSync(file)).map(([name, data]) => [name, new TextDecoder().decode(data)]);
const contains = (whole: Uint8Array, piece: Uint8Array) => Buffer.from(whole).includes(Buffer.from(piece));

describe("a zip with entries replaced", () => {
  it("replaces in place and adds at the end", () => {
    const result = replaceEntries(
      zip,
      new Map([
        ["B/C.xml", bytes("丙")],
        ["d.xml", bytes("丁")],
      ]),
    );
    expect(texts(result)).toEqual([
      ["a.xml", "甲".repeat(500)],
      ["图.png", "图"],
      ["B/C.xml", "丙"],
      ["d.xml", "丁"],
    ]);
  });

  it("keeps the bytes of all other entries", () => {
    const result = replaceEntries(zip, new Map([["b/c.xml", bytes("丙")]]));
    const untouched = zip.subarray(0, Buffer.from(zip).indexOf("b/c.xml") - 30);
    expect(contains(result, untouched)).toBe(true);
  });

  it("of a zip written as a stream, whose sizes stand behind the data", () => {
    const pieces: Uint8Array[] = [];
    const stream = new Zip((_error, data) => void pieces.push(data));
    for (const [name, text] of [
      ["a.xml", "甲乙"],
      ["b.xml", "丙丁"],
    ] as const) {
      const entry = new ZipDeflate(name);
      stream.add(entry);
      entry.push(bytes(text), true);
    }
    stream.end();
    const result = replaceEntries(new Uint8Array(Buffer.concat(pieces)), new Map([["a.xml", bytes("戊")]]));
    expect(texts(result)).toEqual([
      ["a.xml", "戊"],
      ["b.xml", "丙丁"],
    ]);
  });
});

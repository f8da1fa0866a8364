import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDocument } from "../../linter/readers/index";
import { readPdf } from "../../linter/readers/pdf/readPdf";
import { UnreadableDocumentError } from "../../linter/readers/unreadable";
import { cmapPdf } from "../support/cmapPdf";

const notice = new Uint8Array(readFileSync(new URL("./fixtures/notice.pdf", import.meta.url)));

/** A PDF of pages with these content streams, and a font that is not embedded and encoded as GBK. */
function pdf(...contents: string[]): Uint8Array {
  const pages = contents.map((_, index) => `${10 + index * 2} 0 R`).join(" ");
  const objects = [
    "1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj",
    `2 0 obj <</Type/Pages/Count ${contents.length}/Kids[${pages}]/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>>> endobj`,
    "3 0 obj <</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/GBK-EUC-H/DescendantFonts[4 0 R]>> endobj",
    "4 0 obj <</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000/FontDescriptor 5 0 R>> endobj",
    "5 0 obj <</Type/FontDescriptor/FontName/SimSun/Flags 4/FontBBox[0 -200 1000 900]/Ascent 900/Descent -200/CapHeight 700/StemV 80/ItalicAngle 0>> endobj",
    ...contents.flatMap((content, index) => [
      `${10 + index * 2} 0 obj <</Type/Page/Parent 2 0 R/Contents ${11 + index * 2} 0 R>> endobj`,
      `${11 + index * 2} 0 obj <</Length ${content.length}>> stream\n${content}\nendstream endobj`,
    ]),
  ];
  let text = "%PDF-1.4\n";
  const places = new Map<number, number>();
  for (const object of objects) {
    places.set(Number.parseInt(object, 10), text.length);
    text += `${object}\n`;
  }
  const table = text.length;
  const last = Math.max(...places.keys());
  const entries = Array.from({ length: last }, (_, index) => {
    const place = places.get(index + 1);
    return place === undefined ? "0000000000 65535 f \n" : `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  text += `xref\n0 ${last + 1}\n0000000000 65535 f \n${entries.join("")}trailer <</Root 1 0 R/Size ${last + 1}>>\nstartxref\n${table}\n%%EOF\n`;
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** 通知 in GBK. */
const line = (x: number, y: number) => `BT /F 16 Tf ${x} ${y} Td <CDA8D6AA> Tj ET`;

describe("readPdf", () => {
  it("reads characters whose predefined encoding only the shipped tables tell", async () => {
    const { blocks } = await readDocument(cmapPdf(["云溪县关于做好防汛工作的通知"]), "通知.pdf");
    expect(blocks.map(({ text }) => text)).toEqual(["云溪县关于做好防汛工作的通知"]);
  });

  it("joins lines to paragraphs with their page", async () => {
    const { blocks, format, readerNotes } = await readPdf(notice, "通知.pdf");
    expect({ format, readerNotes }).toEqual({ format: "pdf", readerNotes: [] });
    const texts = blocks.map(({ text }) => text);
    expect(texts).toContain("云溪县人民政府关于加强防汛工作的通知");
    expect(texts).toContainEqual(
      expect.stringMatching(/^为进一步加强全县防汛抗旱工作，.*，经县人民政府同意，现就有关事项通知如下。$/),
    );
    expect(texts).not.toContain("— 1 —");
    for (const { origin } of blocks) expect(origin).toEqual({ kind: "page", page: 1 });
    expect(blocks.find(({ text }) => text === "2024年5月6日")?.align).toBe("right");
  });

  it("finds the tables of predefined encodings", async () => {
    const { blocks } = await readPdf(pdf(line(80, 700), line(80, 700)), "通知.pdf");
    expect(blocks.map(({ text, origin }) => [text, origin])).toEqual([
      ["通知", { kind: "page", page: 1 }],
      ["通知", { kind: "page", page: 2 }],
    ]);
  });

  it("leaves the bytes to the caller", async () => {
    const bytes = pdf(line(80, 700));
    await readPdf(bytes, "通知.pdf");
    expect(bytes.length).toBeGreaterThan(0);
  });

  it("names pages without text, and watermarks", async () => {
    const mark = "BT /F 40 Tf 0.7 0.7 -0.7 0.7 200 300 Tm <CDA8D6AA> Tj ET";
    const { readerNotes } = await readPdf(pdf(`${line(80, 700)} ${mark}`, ""), "通知.pdf");
    expect(readerNotes).toEqual([
      expect.stringMatching(/^第 2 页没有文字/),
      expect.stringMatching(/^第 1 页有倾斜或竖排的文字/),
    ]);
  });
});

/** The message of the only error allowed, or null; anything else thrown fails the test. */
async function refusal(bytes: Uint8Array): Promise<string | null> {
  try {
    await readPdf(bytes, "通知.pdf");
    return null;
  } catch (error) {
    if (!(error instanceof UnreadableDocumentError)) throw error;
    return error.message;
  }
}

describe("files that cannot be read", () => {
  it("scans", async () => {
    expect(await refusal(pdf("", ""))).toBe("是扫描件，没有文字层，无法检查。");
  });

  it("nonsense", async () => {
    expect(await refusal(new TextEncoder().encode("%PDF-1.4 nothing"))).toMatch(/损坏/);
  });

  it("whatever is broken, nothing else is thrown", async () => {
    const whole = pdf(line(80, 700), line(80, 600));
    const damage = fc.tuple(
      fc.nat(whole.length - 1),
      fc.uint8Array({ minLength: 1, maxLength: 12 }),
      fc.boolean(),
    );
    await fc.assert(
      fc.asyncProperty(damage, async ([at, junk, cut]) => {
        const bytes = cut ? whole.slice(0, at) : Uint8Array.from(whole);
        if (!cut) bytes.set(junk.slice(0, whole.length - at), at);
        await refusal(bytes);
      }),
      { numRuns: 100 },
    );
  });
});

import { strFromU8, unzipSync } from "fflate";
import mammoth from "mammoth";
import { describe, expect, it } from "vitest";
import { conclusion, docx } from "../../linter/reporters/docx/index";
import { countResults } from "../../linter/reporters/lintOutput";
import { xlsx } from "../../linter/reporters/xlsx/index";
import { citation, reminder, results, settings } from "./results";

async function part(bytes: Promise<Uint8Array>, name: string): Promise<string> {
  const content = unzipSync(await bytes)[name];
  if (!content) throw new Error(`no ${name}`);
  return strFromU8(content);
}

describe("xlsx", () => {
  it("has a sheet of findings and one of documents, each with a filter and a frozen header", async () => {
    expect(await part(xlsx(results, settings), "xl/workbook.xml")).toMatch(/问题清单.*文件清单/s);
    for (const [sheet, range] of [
      ["sheet1", "A1:H4"],
      ["sheet2", "A1:J5"],
    ]) {
      const xml = await part(xlsx(results, settings), `xl/worksheets/${sheet}.xml`);
      expect(xml).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
      expect(xml).toContain(`<autoFilter ref="${range}"/>`);
    }
  });

  it("prints across, one page wide, with the header row and a number on every page", async () => {
    const workbook = await part(xlsx(results, settings), "xl/workbook.xml");
    for (const [index, sheet] of ["问题清单", "文件清单"].entries()) {
      expect(workbook).toContain(
        `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${sheet}'!$1:$1</definedName>`,
      );
      const xml = await part(xlsx(results, settings), `xl/worksheets/sheet${index + 1}.xml`);
      expect(xml).toMatch(/<worksheet [^>]*><sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr><sheetViews>/);
      const setup = /<pageSetup [^>]*>/.exec(xml)?.[0];
      for (const attribute of [
        'paperSize="9"',
        'orientation="landscape"',
        'fitToWidth="1"',
        'fitToHeight="0"',
      ])
        expect(setup).toContain(attribute);
      expect(xml).toMatch(/<pageSetup [^>]*\/><headerFooter>.*第 &amp;P 页，共 &amp;N 页.*<\/worksheet>$/);
    }
  });

  it("makes rows high enough for text that wraps", async () => {
    const long = { ...citation, message: "引用的文号写错了。".repeat(20) };
    const files = [{ ...(results.files[0] as (typeof results.files)[0]), findings: [citation, long] }];
    const xml = await part(xlsx({ ...results, files }, settings), "xl/worksheets/sheet1.xml");
    const [head = 0, short = 0, high = 0] = [...xml.matchAll(/<row [^>]* ht="([\d.]+)"/g)].map(([, ht]) =>
      Number(ht),
    );
    // 180 characters in a column of 36 digits take ten lines and a bit.
    expect(high / head).toBeGreaterThanOrEqual(10);
    expect(short).toBeLessThan(high / 2);
  });

  it("lists documents with title and number", async () => {
    const strings = await part(xlsx(results, settings), "xl/sharedStrings.xml");
    for (const words of ["标题", "发文字号", "云溪县犬只管理办法", "云政发〔2026〕7号"])
      expect(strings).toContain(`>${words}<`);
  });

  it("says so where a text is longer than a cell can be, and cuts no character in half", async () => {
    const long = { ...citation, message: `甲${"𠮷".repeat(20_000)}`, quote: "乙".repeat(32_767) };
    const files = [{ ...(results.files[0] as (typeof results.files)[0]), findings: [long] }];
    const strings = await part(xlsx({ ...results, files }, settings), "xl/sharedStrings.xml");
    const cells = [...strings.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, cell = ""]) => cell);
    const message = cells.find((cell) => cell.startsWith("甲")) ?? "";
    expect(message).toMatch(/𠮷……（内容过长，后面的没有列出，请看原文件）$/u);
    expect(message.length).toBeGreaterThan(32_760);
    expect(message.length).toBeLessThanOrEqual(32_767);
    expect(message).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
    expect(cells).toContain(long.quote);
  });

  it("keeps what looks like a formula as text", async () => {
    const files = unzipSync(await xlsx(results, settings));
    const all = Object.values(files)
      .map((file) => strFromU8(file))
      .join("");
    expect(all).toContain("=云溪县犬只管理办法");
    expect(strFromU8(files["xl/worksheets/sheet1.xml"] ?? new Uint8Array())).not.toMatch(/<f[ >]/);
  });
});

describe("docx", () => {
  it("is a form for every document with what was found and room for signatures", async () => {
    const buffer = Buffer.from(await docx(results, settings));
    const { value } = await mammoth.extractRawText({ buffer });
    expect(value.split("公文审核意见表")).toHaveLength(5);
    for (const words of [
      "建议退回修改（错误 1 处）",
      "文号写错：“100%,<a&b>”",
      "改为“〔2018〕”",
      "云政发〔2026〕7号",
      "校 核 人",
      "文件已损坏",
    ])
      expect(value).toContain(words);
  });

  it("puts several suggestions as sentences", async () => {
    const twofold = { ...citation, suggestions: ["核对文号。", "改为“〔2018〕”"] };
    const files = [{ ...(results.files[0] as (typeof results.files)[0]), findings: [twofold] }];
    const { value } = await mammoth.extractRawText({
      buffer: Buffer.from(await docx({ ...results, files }, settings)),
    });
    expect(value).toContain("核对文号。改为“〔2018〕”。");
  });

  it("puts errors first", async () => {
    const files = [{ ...(results.files[0] as (typeof results.files)[0]), findings: [reminder, citation] }];
    const { value } = await mammoth.extractRawText({
      buffer: Buffer.from(await docx({ ...results, files, counts: countResults(files) }, settings)),
    });
    expect(value.indexOf("1.〔错误〕")).toBeGreaterThan(0);
    expect(value.indexOf("2.〔提示〕")).toBeGreaterThan(value.indexOf("1.〔错误〕"));
  });

  it("proposes a conclusion by the gravest finding", () => {
    expect(conclusion({ error: null, findings: [] })).toBe("未发现问题");
    expect(conclusion({ error: null, findings: [{ ...citation, severity: "warning" }] })).toContain(
      "修改后再送",
    );
    expect(conclusion({ error: null, findings: [reminder] })).toContain("未发现错误");
    expect(conclusion({ error: "坏", findings: [] })).toContain("未能校核");
  });
});

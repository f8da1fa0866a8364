import { describe, expect, it } from "vitest";
import { configureRules, type RuleSetting } from "../../../linter/engine/configure";
import type { Finding } from "../../../linter/engine/finding";
import { recogniseShape } from "../../../linter/facts/lineShape";
import { lint } from "../../../linter/lint";
import { readDocument } from "../../../linter/readers/index";
import { fixDocument } from "../../../linter/writers/fixDocument";
import { findHeadings } from "../../../rules/layout/headings";
import { layoutRules } from "../../../rules/layout/index";
import { HEADED } from "../../../rules/layout/sample";
import { abstractNum, docx, level, num, p, run } from "../../support/docx";
import { testRegistry } from "../../support/registry";
import { standardDocx } from "../../support/standardDocx";

/** What heads, of lines that stand one below the other. */
function headings(...texts: string[]): string[] {
  const lines = texts.map((text) => ({ text, numbering: recogniseShape(text).numbering }));
  return findHeadings(lines).map(({ at, span }) => texts[at]?.slice(span.start, span.end) ?? "");
}

async function findings(bytes: Uint8Array, settings: Readonly<Record<string, RuleSetting>> = {}) {
  const document = await readDocument(bytes, "正文.docx");
  const rules = configureRules(layoutRules, "recommended", settings);
  const result = lint(document, { rules, laws: testRegistry(), asOf: "2026-11-24" });
  expect(result.failures).toEqual([]);
  return { document, findings: result.findings };
}

async function judged(bytes: Uint8Array, settings?: Readonly<Record<string, RuleSetting>>) {
  const all = (await findings(bytes, settings)).findings;
  return all.filter(({ ruleId }) => ruleId === "layout/heading-font");
}

async function fix(bytes: Uint8Array, safe: (finding: Finding) => boolean = () => true) {
  const { document, findings: found } = await findings(bytes);
  const how = { safety: "safe", author: "公文校核", date: new Date(2026, 10, 24), tracked: true } as const;
  return (await fixDocument(bytes, document, found.filter(safe), how)).bytes;
}

const FONT = (font: string) => `<w:rFonts w:eastAsia="${font}"/><w:sz w:val="32"/>`;
const TEXT = "各乡镇每周至少巡查一次，主汛期每天巡查，巡查情况登记在册。";
const SECTION = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>';
const notice = (...paragraphs: string[]) =>
  docx(
    p(run("松河县人民政府关于加强河道采砂管理的通知", FONT("方正小标宋简体"))) +
      p(run("各乡镇人民政府：", FONT("仿宋"))) +
      paragraphs.join("") +
      p(run("松河县人民政府", FONT("仿宋"))) +
      p(run("2026年3月5日", FONT("仿宋"))) +
      SECTION,
  );
const text = p(run(TEXT, FONT("仿宋")));
const alone = (words: string, font: string) => p(run(words, FONT(font)));
const runIn = (words: string, font: string) => p(run(words, FONT(font)) + run(TEXT, FONT("仿宋")));

describe("what is a heading", () => {
  it("is a paragraph of its own, or the first sentence of one", () => {
    expect(
      headings(
        "一、工作目标",
        TEXT,
        "二、工作措施",
        `（一）加强领导。${TEXT}`,
        `（二）明确分工，压实责任。${TEXT}`,
      ),
    ).toEqual(["一、工作目标", "二、工作措施", "（一）加强领导。", "（二）明确分工，压实责任。"]);
  });

  it("may be numbered on under the next heading above", () => {
    const lines = ["一、目标", `（一）近期目标。${TEXT}`, "二、措施", `（二）加强领导。${TEXT}`];
    expect(headings(...lines)).toHaveLength(4);
  });

  it.each([
    [
      "items of an article",
      ["第一条　有下列情形的，不予受理。", `（一）材料不齐的。${TEXT}`, `（二）超过期限。${TEXT}`],
    ],
    ["members of a list", ["报送下列材料。", "（一）申请表；", "（二）身份证明；", "（三）承诺书。"]],
    ["a list without punctuation", ["一、申请表", "二、身份证明", "三、承诺书"]],
    ["paragraphs of prose", ["一、各乡镇要落实责任，于三日内报送名单。", TEXT, "二、县水利局负责督办。"]],
    ["orders", [`一、请于三日内报送名单。${TEXT}`, `二、请安排专人负责。${TEXT}`]],
    ["a number by itself", ["一、工作目标", TEXT]],
    ["a sequence with a gap", ["一、目标", TEXT, "三、措施", TEXT]],
    ["one of which is none", [`一、加强领导。${TEXT}`, `二、${TEXT}`]],
  ])("is not: %s", (_, lines) => {
    expect(headings(...lines)).toEqual([]);
  });
});

describe("layout/heading-font", () => {
  it("tells how many deviate on each level, what was found and what is expected", async () => {
    const [found, ...more] = await judged(
      notice(
        alone("一、工作目标", "宋体"),
        text,
        alone("二、工作措施", "黑体"),
        runIn("（一）加强领导。", "黑体"),
        runIn("（二）明确分工。", "楷体_GB2312"),
      ),
    );
    expect(more).toEqual([]);
    expect(found?.message).toBe(
      "一级小标题（如“一、”） 2 处中有 1 处不是黑体，第一处为“宋体”；二级小标题（如“（一）”） 2 处中有 1 处不是楷体，第一处为“黑体”。",
    );
    expect(found?.quote).toBe("一、工作目标");
  });

  it("sees fonts of styles, under automatic numbers too", async () => {
    const bytes = docx({
      body:
        p(run("松河县人民政府关于加强河道采砂管理的通知")) +
        p(run("各乡镇人民政府：")) +
        p("工作目标", '<w:pStyle w:val="h1"/>') +
        p(TEXT) +
        p("工作措施", '<w:pStyle w:val="h1"/>') +
        p(TEXT) +
        p(run("松河县人民政府")) +
        p(run("2026年3月5日")) +
        SECTION,
      styles:
        '<w:style w:type="paragraph" w:styleId="h1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:rPr><w:rFonts w:eastAsia="楷体"/></w:rPr></w:style>',
      numbering: abstractNum(0, [level("chineseCounting", "%1、", '<w:suff w:val="nothing"/>')]) + num(1, 0),
    });
    const [found] = await judged(bytes);
    expect([found?.quote, found?.message]).toEqual([
      "一、工作目标",
      "一级小标题（如“一、”） 2 处中有 2 处不是黑体，第一处为“楷体”。",
    ]);
  });

  it("says nothing where no font is stated, and of other fonts by its options", async () => {
    const plain = notice(p("一、工作目标"), text, p("二、工作措施"), text);
    expect(await judged(plain)).toEqual([]);
    const house = notice(alone("一、工作目标", "宋体"), text, alone("二、工作措施", "宋体"), text);
    expect(await judged(house)).toHaveLength(1);
    expect(await judged(house, { "layout/heading-font": ["info", { first: ["宋体"] }] })).toEqual([]);
  });

  it("changes the heading alone, as a tracked change", async () => {
    const bytes = notice(
      alone("一、工作目标", "宋体"),
      text,
      alone("二、工作措施", "仿宋"),
      runIn("（一）加强领导。", "黑体"),
      runIn("（二）明确分工。", "宋体"),
    );
    const fixed = await fix(bytes, ({ ruleId }) => ruleId === "layout/heading-font");
    expect(await judged(fixed)).toEqual([]);
    const { layout } = await readDocument(fixed, "正文.docx");
    const fonts = layout?.()
      ?.blocks.slice(2, 7)
      .map((block) => block?.runs.map(({ font }) => font));
    expect(fonts).toEqual([["黑体"], ["仿宋"], ["黑体"], ["楷体", "仿宋"], ["楷体", "仿宋"]]);
    const rejected = await readDocument(fixed, "正文.docx", { revisions: "original" });
    expect(rejected.layout?.()).toEqual((await readDocument(bytes, "正文.docx")).layout?.());
  });

  it("reports a heading that is set like the text it runs into, and leaves it to a person", async () => {
    const one = (words: string) => p(run(words + TEXT, FONT("仿宋")));
    const bytes = notice(
      alone("一、工作目标", "黑体"),
      text,
      alone("二、工作措施", "黑体"),
      one("（一）加强领导。"),
      one("（二）明确分工。"),
    );
    const [found] = await judged(bytes);
    expect([found?.quote, found?.fix]).toEqual(["（一）加强领导。", null]);
    expect(await fix(bytes, ({ ruleId }) => ruleId === "layout/heading-font")).toEqual(bytes);
  });

  it("and layout/body-font agree on what belongs to whom", async () => {
    const bytes = standardDocx(HEADED.text, { bodyFont: "宋体", headingFonts: ["宋体", "隶书"] });
    const all = (await findings(bytes)).findings.map(({ ruleId }) => ruleId);
    expect(all).toEqual(["layout/body-font", "layout/heading-font"]);
    const fixed = await fix(bytes);
    expect((await findings(fixed)).findings).toEqual([]);
  });
});

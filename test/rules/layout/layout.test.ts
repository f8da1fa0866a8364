import { describe, expect, it } from "vitest";
import { checkConfig } from "../../../linter/engine/configSchema";
import { configureRules, type RuleSetting } from "../../../linter/engine/configure";
import type { Finding } from "../../../linter/engine/finding";
import { readSuppressions } from "../../../linter/engine/suppress";
import { lint } from "../../../linter/lint";
import { readDocument } from "../../../linter/readers/index";
import { lintJson } from "../../../linter/reporters/lintOutput";
import { unchecked } from "../../../linter/workspace/fileReport";
import { fixDocument } from "../../../linter/writers/fixDocument";
import { allRules } from "../../../rules/index";
import { layoutRules } from "../../../rules/layout/index";
import { sample } from "../../../rules/layout/sample";
import { docx, p, run } from "../../support/docx";
import { testRegistry } from "../../support/registry";
import { standardDocx } from "../../support/standardDocx";

const TEXT = sample("", {}).text;
const BODY = "各乡镇要落实属地责任，建立日常巡查制度，发现违法采砂的，及时制止并报告。";

async function findings(
  bytes: Uint8Array,
  settings: Readonly<Record<string, RuleSetting>> = {},
  path = "正文.docx",
): Promise<readonly Finding[]> {
  const rules = configureRules(layoutRules, "recommended", settings);
  const document = await readDocument(bytes, path);
  const result = lint(document, { rules, laws: testRegistry(), asOf: "2026-11-24" });
  expect(result.failures).toEqual([]);
  return result.findings;
}

const ids = (found: readonly Finding[]) => found.map(({ ruleId }) => ruleId.replace("layout/", "")).sort();

const FONT = '<w:rFonts w:eastAsia="仿宋"/><w:sz w:val="32"/>';
const INDENT = '<w:ind w:firstLineChars="200"/>';
const SECTION =
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:gutter="0"/></w:sectPr>';
const WIDE =
  '<w:sectPr><w:pgSz w:w="16838" w:h="11906"/><w:pgMar w:top="1000" w:right="1000" w:bottom="1000" w:left="1000" w:gutter="0"/></w:sectPr>';
const TITLE = p(
  run(
    "松河县人民政府关于加强河道采砂管理的通知",
    '<w:rFonts w:eastAsia="方正小标宋简体"/><w:sz w:val="44"/>',
  ),
  '<w:jc w:val="center"/>',
);
const TO = p(run("各乡镇人民政府：", FONT));
const END =
  p(run("松河县人民政府", FONT), '<w:ind w:rightChars="350"/><w:jc w:val="right"/>') +
  p(run("2026年3月5日", FONT), '<w:ind w:rightChars="400"/><w:jc w:val="right"/>');
const off: Readonly<Record<string, RuleSetting>> = { "layout/page-number": "off" };

/** A notice with these paragraphs of text. */
const notice = (body: string, section = SECTION) => docx(TITLE + TO + body + END + section);

describe("a document set after the standard", () => {
  it.each([
    ["with a seal", {}],
    ["without a seal", { signerRight: 2, dateRight: 1 }],
    ["with an exact pitch", { linePitch: 28 }],
    ["in another 仿宋", { bodyFont: "方正仿宋_GBK" }],
  ])("%s has no finding", async (_, setting) => {
    expect(await findings(standardDocx(TEXT, setting))).toEqual([]);
  });

  it("has none when blanks make the indent", async () => {
    expect(await findings(notice(p(run(`　　${BODY}`, FONT))), off)).toEqual([]);
  });

  it("has none when a heading inside a paragraph is in 黑体, or one of its own is not indented by a style", async () => {
    const heading = run("一、落实责任。", '<w:rFonts w:eastAsia="黑体"/><w:sz w:val="32"/>');
    const own = p(run("二、加强检查", '<w:rFonts w:eastAsia="黑体"/><w:sz w:val="32"/>'));
    expect(await findings(notice(p(heading + run(BODY, FONT), INDENT) + own), off)).toEqual([]);
  });

  it("has none for headings that are sentences, nor for what stands below the date", async () => {
    const set = (font: string, size: number) => `<w:rFonts w:eastAsia="${font}"/><w:sz w:val="${size * 2}"/>`;
    const body =
      p(run("一、切实提高思想认识，加强组织领导。", set("黑体", 16)), INDENT) +
      p(run("（一）各乡镇要落实属地责任，建立制度。", set("楷体_GB2312", 16)), INDENT) +
      p(run(BODY, FONT), INDENT) +
      p(run("附件：1. 河道采砂管理责任表", FONT), INDENT);
    const below =
      p(run("（此件公开发布）", FONT), INDENT) +
      p(run("抄送：县委各部门，县人大常委会办公室，县政协办公室。", set("仿宋", 14)));
    expect(await findings(docx(TITLE + TO + body + END + below + SECTION), off)).toEqual([]);
  });

  it("has none for an annex that is set otherwise", async () => {
    const annex =
      p(run("附件", '<w:sz w:val="24"/>')) + p(run(BODY, '<w:rFonts w:eastAsia="宋体"/><w:sz w:val="21"/>'));
    const bytes = docx(TITLE + TO + p(run(BODY, FONT), INDENT) + END + p("", SECTION) + annex + WIDE);
    expect(await findings(bytes, off)).toEqual([]);
  });
});

describe("what is not known or not asked", () => {
  const spoilt = { bodyFont: "宋体", bodySize: 12, firstLine: 0, margins: [10, 10, 10, 10] } as const;

  it("is not reported in a text without a section", async () => {
    expect(await findings(notice(p(run(BODY, '<w:sz w:val="20"/>')), ""))).toEqual([]);
  });

  it("is not reported in what is no official document", async () => {
    const bytes = standardDocx(
      TEXT.replace("管理的通知", "管理的通知》政策解读").replace("# 松河", "# 《松河"),
      spoilt,
    );
    expect(await findings(bytes)).toEqual([]);
  });

  it("is not reported in formats without a layout", async () => {
    expect(await findings(new TextEncoder().encode(TEXT), {}, "正文.md")).toEqual([]);
  });

  it("leaves out font and size that nothing states, but not the rest", async () => {
    expect(ids(await findings(notice(p(BODY)), off))).toEqual(["indent"]);
  });

  it("leaves out numbered paragraphs, tabs and a lone multiple of the line height", async () => {
    const tabbed = p(
      `<w:r><w:rPr>${FONT}</w:rPr><w:tab/></w:r>${run(BODY, FONT)}`,
      '<w:spacing w:line="360"/>',
    );
    expect(await findings(notice(tabbed), off)).toEqual([]);
  });

  it("is all off in the minimal preset, and on as a reminder in the recommended one", () => {
    expect(configureRules(layoutRules, "minimal")).toEqual([]);
    expect(
      configureRules(allRules)
        .filter(({ rule }) => rule.group === "layout")
        .every(({ severity }) => severity === "info"),
    ).toBe(true);
  });
});

describe("findings", () => {
  it("come once for each rule, however many paragraphs deviate", async () => {
    const wrong = p(
      run(BODY, '<w:rFonts w:eastAsia="宋体"/><w:sz w:val="24"/>'),
      '<w:spacing w:line="400" w:lineRule="exact"/>',
    );
    const found = await findings(notice(wrong.repeat(40) + p(run(BODY, FONT), INDENT)), off);
    expect(ids(found)).toEqual(["body-font", "indent", "line-pitch"]);
    expect(found.map(({ message }) => message)).toEqual([
      "正文、主送机关、署名等 44 段中有 40 段不是三号（16 磅）仿宋，第一处为“宋体”、小四（12 磅）。",
      "正文 41 段中有 40 段不是左空 2 字、回行顶格，第一处首行空 0 字、回行空 0 字。",
      "正文 41 段中有 40 段行距不在 26 磅至 32 磅之间，第一处为 20 磅。每面 22 行合每行约 29 磅。",
    ]);
  });

  it("tell indents made twice, and left indents", async () => {
    const twice = p(run(`　　${BODY}`, FONT), INDENT);
    const aside = p(run(BODY, FONT), '<w:ind w:left="640"/>');
    const [double] = await findings(notice(twice), off);
    expect(double?.message).toContain("首行空 4 字、回行空 0 字");
    expect(double?.fix).toBeNull();
    expect((await findings(notice(aside), off))[0]?.message).toContain("首行空 2 字、回行空 2 字");
  });

  it("see every line of a title", async () => {
    const second = p(
      run("管理的通知", '<w:rFonts w:eastAsia="宋体"/><w:sz w:val="44"/>'),
      '<w:jc w:val="center"/>',
    );
    const body = TITLE.replace("管理的通知", "") + second + TO + p(run(BODY, FONT), INDENT) + END + SECTION;
    const [found] = await findings(docx(body), off);
    expect([found?.ruleId, found?.quote]).toEqual(["layout/title-font", "管理的通知"]);
  });

  it("tell how many characters a grid puts on a line", async () => {
    const grid = '<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="4096"/></w:sectPr>';
    const styles =
      '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:rPr><w:sz w:val="32"/></w:rPr></w:style>';
    const body = TITLE + TO + p(run(BODY, FONT), INDENT) + END + SECTION.replace("</w:sectPr>", grid);
    const [found] = await findings(docx({ body, styles }), off);
    expect(found?.message).toBe("按文档网格每行排 26 字（应为 28 字）。");
  });

  it("sit on the first block of a later section", async () => {
    const narrow = SECTION.replace('w:left="1587"', 'w:left="600"');
    const [found] = await findings(
      docx(TITLE + TO + p(BODY, INDENT + SECTION) + p(BODY, INDENT) + END + narrow),
      off,
    );
    expect([found?.ruleId, found?.place.block]).toEqual(["layout/margins", 3]);
  });

  it("ask no page number of a letter", async () => {
    const letter = (kind: string) =>
      docx((TITLE + TO + p(BODY, INDENT) + END + SECTION).replace("管理的通知", `管理的${kind}`));
    expect(ids(await findings(letter("通知")))).toEqual(["page-number"]);
    expect(await findings(letter("函"))).toEqual([]);
  });
});

describe("options", () => {
  it("change what is expected", async () => {
    const house = standardDocx(TEXT, {
      titleFont: "华文中宋",
      bodySize: 15,
      margins: [30, 26, 30, 28],
      pageNumber: "center",
    });
    expect(ids(await findings(house))).toEqual(["body-font", "margins", "page-number", "title-font"]);
    const settings: Record<string, RuleSetting> = {
      "layout/title-font": ["info", { fonts: ["华文中宋"] }],
      "layout/body-font": ["info", { size: 15 }],
      "layout/margins": ["info", { top: 30, bottom: 30 }],
      "layout/page-number": ["info", { position: "center" }],
    };
    expect(checkConfig({ rules: settings }, allRules).problems).toEqual([]);
    expect(await findings(house, settings)).toEqual([]);
  });

  it("and exceptions name the rules with their group", async () => {
    const text =
      "<!-- gongwen-lint-disable-next layout/margins、layout/body-font: 本单位另有规定 -->\n\n正文";
    const { suppressions, findings: wrong } = readSuppressions(
      await readDocument(new TextEncoder().encode(text), "正文.md"),
    );
    expect(suppressions.map(({ ruleId }) => ruleId)).toEqual(["layout/margins", "layout/body-font"]);
    expect(wrong).toEqual([]);
  });

  it("that are wrong are told with their key", () => {
    const { problems } = checkConfig({ rules: { "layout/margins": ["info", { top: "三十七" }] } }, allRules);
    expect(problems).toEqual([{ key: "rules.layout/margins[1].top", message: '应为 数字，现为 "三十七"' }]);
  });
});

describe("fixes", () => {
  const spoilt = standardDocx(TEXT, {
    page: { width: 215.9, height: 279.4 },
    margins: [25.4, 25.4, 25.4, 31.8],
    titleFont: "宋体",
    bodyFont: "宋体",
    bodySize: 12,
    firstLine: 0,
    noteFirstLine: 0,
  });

  async function fix(bytes: Uint8Array, tracked: boolean) {
    const document = await readDocument(bytes, "正文.docx");
    const how = { safety: "safe", author: "公文校核", date: new Date(2026, 10, 24), tracked } as const;
    return fixDocument(bytes, document, await findings(bytes), how);
  }

  it.each([
    ["tracked", true],
    ["at once", false],
  ])("leave nothing to report: %s", async (_, tracked) => {
    const { bytes, applied, refused } = await fix(spoilt, tracked);
    expect(ids(applied)).toEqual([
      "body-font",
      "indent",
      "margins",
      "note-position",
      "page-size",
      "title-font",
    ]);
    expect(refused).toEqual([]);
    expect(await findings(bytes)).toEqual([]);
    const rejected = await readDocument(bytes, "正文.docx", { revisions: "original" });
    const before = await readDocument(spoilt, "正文.docx");
    expect(rejected.blocks).toEqual(before.blocks);
    if (tracked) expect(rejected.layout?.()).toEqual(before.layout?.());
  });

  it("keep a heading's font inside a paragraph that is set anew", async () => {
    const heading = run("一、落实责任。", '<w:rFonts w:eastAsia="黑体"/><w:sz w:val="32"/>');
    const bytes = notice(p(heading + run(BODY, '<w:rFonts w:eastAsia="宋体"/><w:sz w:val="32"/>'), INDENT));
    const fixed = await readDocument((await fix(bytes, true)).bytes, "正文.docx");
    expect(fixed.layout?.()?.blocks[2]?.runs.map(({ font }) => font)).toEqual(["黑体", "仿宋"]);
  });

  it("of formatting wait until the words are right", async () => {
    const document = await readDocument(spoilt, "正文.docx");
    const found = await findings(spoilt);
    const place = { block: 0, start: 0, end: 2 };
    const words: Finding = {
      ...(found[0] as Finding),
      ruleId: "law-title",
      fix: { safety: "safe", title: "改", edits: [{ place, text: "松溪" }] },
    };
    const how = { safety: "safe", author: "公文校核", date: new Date(), tracked: true } as const;
    const { applied } = await fixDocument(spoilt, document, [...found, words], how);
    expect(applied.map(({ ruleId }) => ruleId)).toEqual(["law-title"]);
  });

  it("keep the shape that the JSON contract gives them", async () => {
    const counts = { files: 1, unreadable: 0, error: 0, warning: 0, info: 1 };
    const file = unchecked("正文.docx", null);
    const json = lintJson({
      version: 1,
      tool: { name: "gongwen-lint", version: "1" },
      asOf: "2026-11-24",
      registry: { asOf: "2026-09-30", count: 1 },
      files: [{ ...file, findings: await findings(spoilt) }],
      counts,
    });
    expect(JSON.parse(json).files[0]).not.toHaveProperty("title");
    const [first] = JSON.parse(json).files[0].findings;
    expect(Object.keys(first.fix)).toEqual(["safety", "title", "edits"]);
  });
});

import { describe, expect, it } from "vitest";
import { disclosureConflict } from "../../../rules/disclosure/disclosure-conflict";
import { disclosureReason } from "../../../rules/disclosure/disclosure-reason";
import { missingDisclosure } from "../../../rules/disclosure/missing-disclosure";
import { isLegalReason } from "../../../rules/disclosure/reasons";
import { type Draft, quoteOf, reportsOf } from "../../support/draft";

const letter = (ending: string, date = "2024年6月3日", head = ""): string =>
  `${head}松河县人民政府办公室关于做好汛期值守工作的通知\n松政办发〔2024〕8号\n各镇人民政府，县政府各部门：\n为做好汛期值守工作，现将有关事项通知如下。\n一、严格执行24小时值班制度。\n松河县人民政府办公室\n${date}\n${ending}`;
const severities = (rule: typeof missingDisclosure, draft: Draft, setting = {}) =>
  reportsOf(rule, draft, setting).map(({ severity }) => severity ?? rule.severity);

describe("missing-disclosure", () => {
  it.each([
    ["（此件公开发布）", 0],
    ["(此件主动公开)", 0],
    ["（此件依申请公开）", 0],
    ["公开属性：不予公开，理由：涉及国家秘密", 0],
    ["□主动公开 ☑依申请公开 □不予公开", 0],
    ["", 1],
    ["（本文有删减）", 1],
    ["（联系人：王某，联系电话：0000）", 1],
    ["对主动公开的信息，及时上网。", 1],
    ["公开属性：", 1],
    // disclosure-conflict reports it
    ["□主动公开 □依申请公开 □不予公开", 0],
  ])("%s", (ending, count) => {
    expect(reportsOf(missingDisclosure, { text: letter(ending) })).toHaveLength(count);
  });

  it("is an error in a package or with a manifest, a warning for a lone file, a reminder in an editor", () => {
    const draft = { text: letter("") };
    expect(severities(missingDisclosure, draft)).toEqual(["warning"]);
    expect(severities(missingDisclosure, draft, { companions: [] })).toEqual(["error"]);
    expect(severities(missingDisclosure, draft, { companions: [], submission: false })).toEqual(["warning"]);
    expect(severities(missingDisclosure, draft, { manifest: "包/gongwen.yaml", submission: false })).toEqual([
      "error",
    ]);
    expect(
      severities(missingDisclosure, { ...draft, metadata: { status: "draft" }, metadataSource: "sidecar" }),
    ).toEqual(["error"]);
    expect(severities(missingDisclosure, { ...draft, format: "editor" })).toEqual(["info"]);
  });

  it("believes metadata and a form among the companions", () => {
    expect(reportsOf(missingDisclosure, { text: letter(""), metadata: { disclosure: "主动公开" } })).toEqual(
      [],
    );
    const companions = [{ role: "other" as const, text: "发文稿纸\n公开属性：主动公开" }];
    expect(reportsOf(missingDisclosure, { text: letter("") }, { companions })).toEqual([]);
  });

  it("points at the field left open", () => {
    const draft = { text: letter("公开属性：＿＿＿") };
    const [report] = reportsOf(missingDisclosure, draft);
    expect(report && quoteOf(draft, report)).toBe("公开属性：＿＿＿");
  });

  it.each([
    ["issued before the regulation", letter("", "2007年6月3日").replace("2024", "2007")],
    ["a law", "松河县养犬管理条例\n第一条　为规范养犬行为，制定本条例。\n第二条　养犬应当登记。"],
    [
      "a report to the people's congress",
      "松河县2025年政府工作报告\n各位代表：\n现在，我代表县人民政府向大会报告工作。",
    ],
    ["no document at all", "小学语文教学大纲\n一、教学目标"],
  ])("asks nothing of %s", (_, text) => {
    expect(reportsOf(missingDisclosure, { text })).toEqual([]);
  });

  it("asks an organ's annual report, which is a 公文", () => {
    const text =
      "松河县水利局2025年法治政府建设工作报告\n松河县人民政府：\n现将有关情况报告如下。依申请公开渠道畅通。\n松河县水利局\n2026年1月15日";
    expect(severities(missingDisclosure, { text })).toEqual(["warning"]);
  });

  it("takes no form in an annex for the document's own class", () => {
    const text = `${letter("")}\n附件\n政府信息公开申请登记表\n公开方式：主动公开\n公开方式：依申请公开`;
    expect(reportsOf(missingDisclosure, { text })).toHaveLength(1);
  });
});

describe("disclosure-reason", () => {
  it.each([
    ["（此件不予公开）", ["warning"]],
    ["（此件依申请公开）", ["warning"]],
    ["（此件不予公开，理由：涉及国家秘密）", []],
    ["公开属性：依申请公开（理由：内部管理信息）", []],
    ["公开属性：不予公开\n理由：涉及第三方商业秘密", []],
    ["公开属性：不予公开，理由：领导要求", ["warning"]],
    ["公开属性：不予公开，理由：无", ["warning"]],
    ["（此件公开发布）", []],
    ["", []],
  ])("%s", (ending, expected) => {
    expect(severities(disclosureReason, { text: letter(ending) })).toEqual(expected);
  });

  it("is an error in a package; a stated reason that fits nothing stays a warning", () => {
    expect(severities(disclosureReason, { text: letter("（此件不予公开）") }, { companions: [] })).toEqual([
      "error",
    ]);
    expect(
      severities(disclosureReason, { text: letter("（此件不予公开，理由：避免炒作）") }, { companions: [] }),
    ).toEqual(["warning"]);
  });

  it("finds the reason in metadata, and a secret's reason in its mark", () => {
    expect(
      reportsOf(disclosureReason, {
        text: letter(""),
        metadata: { disclosure: "不予公开", disclosureReason: "过程性信息" },
      }),
    ).toEqual([]);
    expect(
      severities(disclosureReason, { text: letter(""), metadata: { disclosure: "依申请公开" } }),
    ).toEqual(["warning"]);
    expect(
      reportsOf(disclosureReason, { text: letter("（此件不予公开）", undefined, "机密★1年\n") }),
    ).toEqual([]);
  });

  it.each([
    "涉及国家秘密",
    "法律、行政法规禁止公开",
    "可能危及公共安全",
    "影响社会稳定",
    "涉及商业秘密",
    "个人隐私",
    "内部事务信息",
    "过程性信息",
    "行政执法案卷信息",
    "《条例》第十六条",
  ])("%s is a legal reason", (reason) => expect(isLegalReason(reason)).toBe(true));
  it.each(["领导要求", "不便公开", "内容敏感", "避免炒作", "工作需要"])("%s is none", (reason) =>
    expect(isLegalReason(reason)).toBe(false),
  );
});

describe("disclosure-conflict", () => {
  it.each([
    ["（此件公开发布）", []],
    ["（此件公开发布）\n公开属性：主动公开", []],
    ["（此件公开发布）\n公开属性：依申请公开", ["公开属性：依申请公开"]],
    ["□主动公开 □依申请公开 □不予公开", ["□主动公开 □依申请公开 □不予公开"]],
    ["☑主动公开 ☑依申请公开 □不予公开", ["☑依申请公开"]],
    ["公开属性：主动公开/依申请公开/不予公开", ["公开属性：主动公开/依申请公开/不予公开"]],
    // A blank form behind a clear note.
    ["（此件公开发布）\n□主动公开 □依申请公开 □不予公开", []],
    ["（此件公开发布）\n本制度所称不予公开的公文，是指涉密公文。", []],
    ["", []],
  ])("%s", (ending, quotes) => {
    const draft = { text: letter(ending) };
    expect(reportsOf(disclosureConflict, draft).map((report) => quoteOf(draft, report))).toEqual(quotes);
  });

  it("sees an interpretation that is not to be published with its document", () => {
    const text = "# 《松河县防汛通知》政策解读\n一、背景。\n公开属性：不予公开";
    const companions = [{ role: "interpretation" as const, text }];
    expect(reportsOf(disclosureConflict, { text: letter("（此件公开发布）") }, { companions })).toHaveLength(
      1,
    );
  });

  it("sees a secret published, metadata against note, and parts against each other", () => {
    expect(
      reportsOf(disclosureConflict, { text: letter("（此件公开发布）", undefined, "秘密★1年\n") }),
    ).toHaveLength(1);
    expect(
      reportsOf(disclosureConflict, { text: letter("（此件不予公开）", undefined, "秘密★1年\n") }),
    ).toEqual([]);
    expect(
      reportsOf(disclosureConflict, {
        text: letter("（此件公开发布）"),
        metadata: { disclosure: "依申请公开" },
      }),
    ).toHaveLength(1);
    const annexed = `${letter("（此件公开发布）")}\n附件\n松河县防汛物资储备方案\n一、储备地点。\n（此件不予公开）`;
    expect(reportsOf(disclosureConflict, { text: annexed })).toHaveLength(1);
    const companions = [
      { role: "annex" as const, text: "附件1\n松河县防汛物资储备方案\n一、储备地点。\n（此件不予公开）" },
    ];
    expect(reportsOf(disclosureConflict, { text: letter("（此件公开发布）") }, { companions })).toHaveLength(
      1,
    );
  });

  it("lets a catalogue in an annex list what it likes", () => {
    const text = `${letter("（此件公开发布）")}\n附件\n公开目录\n公开方式：主动公开\n公开方式：依申请公开`;
    expect(reportsOf(disclosureConflict, { text })).toEqual([]);
  });
});

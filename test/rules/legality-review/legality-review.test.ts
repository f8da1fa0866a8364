import { describe, expect, it } from "vitest";
import type { Report } from "../../../linter/engine/finding";
import { legalityReviewInvalid } from "../../../rules/legality-review/legality-review-invalid";
import { missingLegalityReview } from "../../../rules/legality-review/missing-legality-review";
import { type Draft, type DraftedCompanion, reportsOf, type Setting } from "../../support/draft";

const TITLE = "松河县犬只管理办法";
const measure = (extra = "", date = "2024年6月3日") =>
  `${TITLE}\n第一条　为规范养犬行为，保障公民人身安全，根据有关法律，制定本办法。\n第二条　养犬人应当自取得犬只之日起三十日内办理登记。\n第三条　不得遗弃犬只。违反规定的，由公安机关责令改正。\n第四条　本办法自2024年7月1日起施行，有效期5年。\n${extra}\n松河县人民政府\n${date}\n（此件公开发布）`;
const normative = (extra = "", more: Partial<Draft> = {}): Draft => ({
  text: measure(extra),
  ...more,
  metadata: { normative: true, ...more.metadata },
});
const opinion = (verdict: string, date = "2024年5月20日", title = TITLE): DraftedCompanion => ({
  role: "review-opinion",
  text: `关于《${title}（送审稿）》的合法性审核意见书\n松合审〔2024〕5号\n县公安局：\n你局报送的《${title}（送审稿）》收悉。${verdict}\n松河县司法局\n${date}`,
});
const LAWFUL = "经审核，该办法制定主体合法，内容不违反法律、法规和上级文件规定，同意提请县政府常务会议审议。";
const note = (text: string): DraftedCompanion => ({
  role: "drafting-note",
  text: `关于《${TITLE}》的起草说明\n${text}`,
});

const missing = (draft: Draft, setting: Setting = {}) =>
  reportsOf(missingLegalityReview, draft, setting).map(({ severity }) => severity);
const invalid = (draft: Draft, setting: Setting = {}) => reportsOf(legalityReviewInvalid, draft, setting);
const messages = (reports: readonly Report[]) => reports.map(({ message }) => message).join("\n");

describe("missing-legality-review", () => {
  it("is an error in a package, a reminder for a lone file and in an editor", () => {
    expect(missing(normative(), { companions: [] })).toEqual(["error"]);
    expect(missing(normative())).toEqual(["info"]);
    expect(missing(normative("", { format: "editor" }))).toEqual(["info"]);
    expect(missing(normative(), { companions: [], submission: false })).toEqual(["info"]);
  });

  it.each([
    [
      "metadata",
      normative("", { metadata: { legalityReview: { organ: "松河县司法局", number: "松合审〔2024〕5号" } } }),
      [],
    ],
    ["the text", normative("本办法经松河县司法局合法性审核。"), []],
    ["an opinion", normative(), [opinion(LAWFUL)]],
    ["a drafting note", normative(), [note("本办法经松河县司法局合法性审核，符合法律规定。")]],
  ] as const)("is content with %s", (_, draft, companions) => {
    expect(missing(draft, { companions })).toEqual([]);
    expect(invalid(draft, { companions })).toEqual([]);
  });

  it.each([
    ["a duty", normative("第五条　配套文件未经合法性审核的，不得提交审议。"), []],
    ["a mechanism", normative("健全合法性审查机制。"), []],
    ["a plan", normative(), [note("下一步，将报县司法局进行合法性审核。")]],
    ["a heading", normative(), [note("三、合法性审核情况")]],
    ["a denial", normative("说明：本办法尚未进行合法性审核。"), []],
    [
      "an empty form",
      normative(),
      [{ role: "review-opinion", text: "合法性审核意见书\n审核意见：" } as const],
    ],
    [
      "metadata of a review to come",
      normative("", { metadata: { legalityReview: { organ: "松河县司法局", result: "待审核" } } }),
      [],
    ],
  ] as const)("is not content with %s", (_, draft, companions) => {
    expect(missing(draft, { companions })).toEqual(["error"]);
  });

  it.each([
    [
      "a work report",
      {
        text: "松河县水利局2025年法治政府建设工作报告\n未经合法性审核的文件，不得提交审议。\n松河县水利局\n2026年1月15日",
      },
    ],
    [
      "a notice of internal work",
      {
        text: "松河县人民政府办公室关于做好值班工作的通知\n各镇人民政府：\n请做好值班工作。\n松河县人民政府办公室\n2024年6月3日",
      },
    ],
    ["what metadata says is not normative", { text: measure(), metadata: { normative: false } }],
    ["a document older than the duty", { text: measure("", "2015年6月3日"), metadata: { normative: true } }],
  ])("asks nothing of %s", (_, draft) => {
    expect(missing(draft)).toEqual([]);
  });

  it("asks a major decision that declares itself", () => {
    const text =
      "松河县人民政府关于调整城区公共交通线路的通知\n各镇人民政府：\n本方案属于县政府2024年度重大行政决策事项，现印发给你们。\n松河县人民政府\n2024年6月3日";
    expect(missing({ text, metadata: { normative: false } }, { companions: [] })).toEqual(["error"]);
  });
});

describe("legality-review-invalid", () => {
  it.each([
    ["dated after the document", normative(), [opinion(LAWFUL, "2024年6月20日")], "晚于成文日期"],
    [
      "dated after, in metadata",
      normative("", {
        metadata: { legalityReview: { organ: "松河县司法局", date: "2024-06-20", result: "合法" } },
      }),
      [],
      "晚于成文日期",
    ],
    [
      "found unlawful",
      normative(),
      [opinion("经审核，第三条与《中华人民共和国动物防疫法》相抵触，不符合法律规定。")],
      "不合法",
    ],
    [
      "agreed to on conditions",
      normative(),
      [opinion("经审核，原则同意，但应对第三条作进一步修改。")],
      "有条件同意",
    ],
    [
      "with open questions",
      normative(),
      [opinion("经审核，存在以下问题：\n一、第三条缺少上位法依据。\n建议修改后再提交审议。")],
      "有条件同意",
    ],
    [
      "found unlawful, in metadata",
      normative("", { metadata: { legalityReview: { organ: "松河县司法局", result: "不合法" } } }),
      [],
      "不合法",
    ],
    [
      "by the drafting unit alone",
      normative("", { metadata: { draftingUnit: "松河县公安局" } }),
      [note("经松河县公安局法制大队合法性审核，内容合法。")],
      "起草单位自己",
    ],
    ["by “our bureau” alone", normative(), [note("经我局法规股合法性审核，内容合法。")], "起草单位自己"],
    ["countersigned instead", normative("松河县司法局已会签，视同通过合法性审核。"), [], "代替合法性审核"],
    ["consulted instead", normative(), [note("合法性审核情况：已征求县司法局意见。")], "代替合法性审核"],
    [
      "countersigned, in metadata",
      normative("", { metadata: { legalityReview: { result: "会签" } } }),
      [],
      "代替合法性审核",
    ],
    [
      "of another document",
      normative(),
      [opinion(LAWFUL, "2024年5月20日", "松河县停车收费管理办法")],
      "不是本件",
    ],
    ["denied elsewhere", normative("说明：本办法尚未进行合法性审核。"), [opinion(LAWFUL)], "说法不一"],
  ] as const)("%s", (_, draft, companions, words) => {
    const reports = invalid(draft, { companions });
    expect(reports).toHaveLength(1);
    expect(messages(reports)).toContain(words);
    expect(missing(draft, { companions })).toEqual([]);
  });

  it.each([
    [
      "objections met, in the drafting note",
      normative(),
      [
        opinion("经审核，原则同意，但应对第三条作进一步修改。"),
        note("县司法局提出的意见均已采纳，对第三条作了修改。"),
      ],
    ],
    [
      "objections met, in the text",
      normative("本办法经松河县司法局合法性审核，提出修改意见3条，均已采纳。"),
      [],
    ],
    [
      "reviewed again",
      normative(),
      [opinion("经审核，存在以下问题：第三条缺少依据，建议修改后再提交。", "2024年4月1日"), opinion(LAWFUL)],
    ],
    [
      "the drafting unit first, the justice department then",
      normative("", { metadata: { draftingUnit: "松河县公安局" } }),
      [note("经我局法规股合法性审核，内容合法。"), opinion(LAWFUL)],
    ],
    [
      "a justice department's own draft",
      normative("", { metadata: { draftingUnit: "松河县司法局" } }),
      [opinion(LAWFUL)],
    ],
    ["on the document's own day", normative(), [opinion(LAWFUL, "2024年6月3日")]],
    [
      "advice on wording beside a clear verdict",
      normative(),
      [opinion("经审核，该办法符合法律、法规规定，建议对第二条文字作规范。")],
    ],
    [
      "a ban on substitutes",
      normative("不得以会签、征求意见代替合法性审核。本办法经松河县司法局合法性审核。"),
      [],
    ],
    ["nothing said at all", normative(), []],
  ] as const)("accepts %s", (_, draft, companions) => {
    expect(messages(invalid(draft, { companions }))).toBe("");
  });
});

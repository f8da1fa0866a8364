import { describe, expect, test } from "vitest";
import { mergeEdits } from "../../entrypoints/content/adapters/mergeEdits";
import { ParagraphIdentity } from "../../entrypoints/content/adapters/paragraphIdentity";
import { previewOf } from "../../entrypoints/content/card/preview";
import { fixStillFits, markOf, moveMarks } from "../../entrypoints/content/typing/marks";
import { moveSpan, textChange } from "../../entrypoints/content/typing/textChange";
import type { DraftFinding, Paragraph } from "../../entrypoints/shared/messages";

const paragraph = (text: string, version = 1): Paragraph => ({ id: "p1", version, text });

describe("textChange", () => {
  test.each([
    ["", "", null],
    ["公文", "公文", null],
    ["公文", "公文稿", { start: 2, oldEnd: 2, newEnd: 3 }],
    ["公开公文", "公文", { start: 1, oldEnd: 3, newEnd: 1 }],
    ["帐号管理", "账号管理", { start: 0, oldEnd: 1, newEnd: 1 }],
    ["哈哈", "哈哈哈", { start: 2, oldEnd: 2, newEnd: 3 }],
  ])("%s → %s", (before, after, change) => expect(textChange(before, after)).toEqual(change));
});

describe("moveSpan", () => {
  const span = { start: 4, end: 8 };
  test.each([
    ["before", { start: 0, oldEnd: 0, newEnd: 2 }, { start: 6, end: 10 }],
    ["directly before", { start: 4, oldEnd: 4, newEnd: 5 }, { start: 5, end: 9 }],
    ["directly behind", { start: 8, oldEnd: 8, newEnd: 9 }, span],
    ["inside", { start: 5, oldEnd: 5, newEnd: 6 }, null],
    ["over the border", { start: 3, oldEnd: 5, newEnd: 3 }, null],
  ])("an edit %s", (_name, change, moved) => expect(moveSpan(span, change)).toEqual(moved));
});

describe("marks", () => {
  const finding: DraftFinding = {
    key: "k",
    ruleId: "repealed-law",
    severity: "error",
    message: "",
    quote: "《合同法》",
    paragraph: "p1",
    start: 2,
    end: 7,
    basis: [],
    suggestions: [],
    fix: {
      safety: "safe",
      title: "",
      edits: [{ paragraph: "p1", start: 3, end: 6, text: "民法典" }],
    },
  };
  const before = paragraph("根据《合同法》办理");
  const mark = markOf(finding, () => before.text);

  test("move with the text, and their fix with them", () => {
    const after = paragraph("现根据《合同法》办理", 2);
    const [moved] = moveMarks([mark], before, after);
    expect(moved).toMatchObject({ start: 3, end: 8, edits: [{ start: 4, end: 7 }] });
    expect(moved && fixStillFits(moved, () => after.text)).toBe(true);
  });
  test("go when their words are touched", () => {
    expect(moveMarks([mark], before, paragraph("根据《合某同法》办理", 2))).toEqual([]);
  });
  test("offer no fix for words that are not there any more", () => {
    expect(fixStillFits(mark, () => "根据《民法典》办理")).toBe(false);
    expect(fixStillFits(mark, () => undefined)).toBe(false);
  });
  test("preview what the fix does", () => {
    expect(previewOf(mark.edits ?? [], () => before.text)).toEqual([
      { kind: "same", text: "根据《" },
      { kind: "old", text: "合同法" },
      { kind: "new", text: "民法典" },
      { kind: "same", text: "》办理" },
    ]);
  });
});

describe("ParagraphIdentity", () => {
  const read = (identity: ParagraphIdentity, ...texts: string[]) =>
    identity.update(texts.map((text) => ({ text })));

  test("unchanged text is the same list", () => {
    const identity = new ParagraphIdentity();
    const first = read(identity, "甲", "乙");
    expect(read(identity, "甲", "乙")).toBe(first);
  });
  test("typing keeps the id and raises the version", () => {
    const identity = new ParagraphIdentity();
    read(identity, "甲", "乙", "丙");
    expect(read(identity, "甲", "乙乙", "丙").map(({ id, version }) => [id, version])).toEqual([
      ["p1", 1],
      ["p2", 2],
      ["p3", 1],
    ]);
  });
  test("a parted paragraph keeps its id in the first part", () => {
    const identity = new ParagraphIdentity();
    read(identity, "甲", "乙丁", "丙");
    expect(read(identity, "甲", "乙", "丁", "丙").map(({ id }) => id)).toEqual(["p1", "p2", "p4", "p3"]);
  });
  test("moved paragraphs are found again by their text", () => {
    const identity = new ParagraphIdentity();
    read(identity, "甲", "乙", "丙");
    expect(read(identity, "丙", "甲", "乙").map(({ id }) => id)).toEqual(["p3", "p1", "p2"]);
  });
});

describe("mergeEdits", () => {
  const edit = (start: number, end: number, text: string) => ({ paragraph: "p1", start, end, text });

  test("joins the edits of a paragraph and leaves alone what does not change", () => {
    expect(mergeEdits([edit(3, 4, "〔"), edit(8, 9, "〕")], [paragraph("国办发[2018]37号")])).toEqual([
      {
        paragraph: "p1",
        start: 3,
        end: 9,
        text: "〔2018〕",
        before: "国办发[2018]37号",
        after: "国办发〔2018〕37号",
      },
    ]);
  });
  test.each([
    ["in the middle", edit(1, 2, ""), { start: 1, end: 3, text: "丙" }],
    ["at the end", edit(2, 3, ""), { start: 1, end: 3, text: "乙" }],
  ])("a deletion %s takes a neighbour along", (_name, one, merged) => {
    expect(mergeEdits([one], [paragraph("甲乙丙")])?.[0]).toMatchObject(merged);
  });
  test("an edit beyond the text or of another paragraph is refused", () => {
    expect(mergeEdits([edit(2, 9, "")], [paragraph("甲乙丙")])).toBeNull();
    expect(mergeEdits([{ ...edit(0, 1, ""), paragraph: "p9" }], [paragraph("甲乙丙")])).toBeNull();
  });
});

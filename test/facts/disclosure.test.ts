import { describe, expect, it } from "vitest";
import type { Block } from "../../linter/document/block";
import { recogniseDisclosure } from "../../linter/facts/disclosure";
import { joinDisclosure } from "../../linter/facts/disclosure/join";

/** form:value(reason) of what counts as evidence. */
function evidence(text: string): string[] {
  return recogniseDisclosure(text)
    .filter(({ standing }) => standing === "evidence")
    .map(({ form, value, reason }) => `${form}:${value}${reason ? `(${reason})` : ""}`);
}

describe("notes and form lines", () => {
  it.each([
    ["（此件公开发布）", ["note:主动公开"]],
    ["（此件主动公开）", ["note:主动公开"]],
    ["(此件主动公开)", ["note:主动公开"]],
    ["　　（此件依申请公开）", ["note:依申请公开"]],
    ["（此件不予公开）", ["note:不予公开"]],
    ["（此件不公开）", ["note:不予公开"]],
    ["（此件免予公开）", ["note:不予公开"]],
    ["（此件删减后公开）", ["note:主动公开"]],
    ["（此件公开发布，有删减）", ["note:主动公开"]],
    ["（此件属于主动公开）", ["note:主动公开"]],
    ["（主动公开）", ["note:主动公开"]],
    ["此件公开发布", ["note:主动公开"]],
    ["附注：此件公开发布", ["note:主动公开"]],
    ["附注：（此件主动公开）", ["note:主动公开"]],
    ["【主动公开】", ["note:主动公开"]],
    ["公开属性：主动公开 ☑ 依申请公开 □ 不予公开 □", ["options:主动公开"]],
    ["（信息公开选项：依申请公开）", ["form-line:依申请公开"]],
    ["2024年3月5日(此件主动公开)", ["note:主动公开"]],
    ["特此通知。（此件公开发布）", ["note:主动公开"]],
    ["松河县人民政府办公室（此件依申请公开）", ["note:依申请公开"]],
    ["（联系人：王某，电话：0000）（此件主动公开）", ["note:主动公开"]],
    ["（此件不予公开，理由：涉及国家秘密）", ["note:不予公开(涉及国家秘密)"]],
    ["（此件依申请公开。理由：内部管理信息）", ["note:依申请公开(内部管理信息)"]],
    ["公开属性：主动公开", ["form-line:主动公开"]],
    ["公开方式: 主动公开", ["form-line:主动公开"]],
    ["公开类别：依申请公开", ["form-line:依申请公开"]],
    ["信息公开选项：主动公开", ["form-line:主动公开"]],
    ["政府信息公开选项：不予公开", ["form-line:不予公开"]],
    ["信息公开属性：依申请公开", ["form-line:依申请公开"]],
    ["密级：无　　公开属性：主动公开　　份数：50", ["form-line:主动公开"]],
    ["建议公开属性：主动公开", ["form-line:主动公开"]],
    ["公开属性　主动公开", ["form-line:主动公开"]],
    ["公开属性：不予公开，理由：涉及国家秘密", ["form-line:不予公开(涉及国家秘密)"]],
    ["公开属性：依申请公开（理由：内部管理信息）", ["form-line:依申请公开(内部管理信息)"]],
    ["公开属性：不予公开（涉及商业秘密）", ["form-line:不予公开(涉及商业秘密)"]],
    ["公开属性：不予公开，因涉及第三方商业秘密", ["form-line:不予公开(因涉及第三方商业秘密)"]],
    ["公开属性：不予公开（请注明理由）", ["form-line:不予公开"]],
    ["公开属性：主动公开/依申请公开/不予公开", ["options:null"]],
    ["公开属性：＿＿＿＿", ["form-line:null"]],
    ["建议本办法公开属性为主动公开。", ["sentence:主动公开"]],
    ["本通知属于依申请公开，理由：仅涉及机关内部事务。", ["sentence:依申请公开(仅涉及机关内部事务)"]],
  ])("%s", (text, expected) => {
    expect(evidence(text)).toEqual(expected);
  });
});

describe("option lists", () => {
  it.each([
    ["□主动公开 ☑依申请公开 □不予公开", ["options:依申请公开"]],
    ["公开属性：□主动公开　□依申请公开　□不予公开", ["options:null"]],
    ["☑主动公开 ☑依申请公开 □不予公开", ["options:主动公开", "options:依申请公开"]],
    ["主动公开□　依申请公开□　不予公开☑", ["options:不予公开"]],
    ["主动公开（√）依申请公开（　）不予公开（　）", ["options:主动公开"]],
    ["（　）主动公开 （　）依申请公开 （　）不予公开", ["options:null"]],
    ["（√）主动公开 （　）依申请公开 （　）不予公开", ["options:主动公开"]],
    ["√主动公开", ["options:主动公开"]],
    ["√主动公开　依申请公开　不予公开", ["options:主动公开"]],
    ["主动公开　√依申请公开　不予公开", ["options:依申请公开"]],
    ["[x] 主动公开 [ ] 依申请公开 [ ] 不予公开", ["options:主动公开"]],
    ["■主动公开　□依申请公开　□不予公开", ["options:主动公开"]],
    ["□主动公开　□依申请公开　☑不予公开（理由：涉及国家秘密）", ["options:不予公开(涉及国家秘密)"]],
    ["□主动公开", ["options:null"]],
  ])("%s", (text, expected) => {
    expect(evidence(text)).toEqual(expected);
  });
});

describe("no evidence", () => {
  it.each([
    "（本文有删减）",
    "（联系人：张某）",
    "（联系电话：0000—0000000）",
    "对主动公开的信息，应当自形成之日起20个工作日内公开。",
    "本制度所称公文，是指公开属性为主动公开的公文。",
    "依申请公开、不予公开的文件，应当说明理由。",
    "法定主动公开内容",
    "公开方式 不公开",
    "公开方式：政府网站公开",
    "依申请受理政府信息公开渠道畅通。",
    "起草公文时，应当在文末标注（此件公开发布）字样。",
    "公文的附注应当写明“（此件主动公开）”或者“（此件依申请公开）”。",
    "公文应当明确主动公开、依申请公开、不予公开等属性。",
    "公开属性：主动公开、依申请公开、不予公开三种。",
    "● 主动公开",
    "●主动公开内容",
    "第三章　依申请公开",
    "（二）依申请公开",
    "二、主动公开",
    "全年主动公开政府信息1200条，受理依申请公开35件。",
    "公开招标、公开遴选、公开透明。",
    "主动公开",
    "公开属性",
    "不予公开理由：涉及国家秘密",
    "本机关主动公开的信息目录",
    "本办法所称主动公开，是指……",
  ])("%s", (text) => {
    expect(evidence(text)).toEqual([]);
  });

  it("costs nothing without its word, and still sees the mention with it", () => {
    expect(recogniseDisclosure("为了规范管理，制定本办法。")).toEqual([]);
    expect(recogniseDisclosure("对主动公开的信息")).toMatchObject([
      { standing: "mention", start: 1, end: 5 },
    ]);
  });
});

describe("joinDisclosure", () => {
  const cell = (text: string, row: number, column: number) => ({ text, cell: { table: 0, row, column } });
  const join = (parts: readonly (string | { text: string; cell: Block["cell"] })[]) => {
    const blocks = parts.map((part, i): Block => {
      const { text, cell } = typeof part === "string" ? { text: part, cell: undefined } : part;
      const role = cell ? "table-cell" : "paragraph";
      return { id: String(i), version: 1, text, role, cell, origin: { kind: "plain" } };
    });
    const statements = blocks.flatMap(({ text }, block) =>
      recogniseDisclosure(text).map((one) => ({ ...one, block })),
    );
    return joinDisclosure(blocks, statements)
      .filter(({ standing }) => standing === "evidence")
      .map(({ block, form, value, reason }) => `${block}:${form}:${value}${reason ? `(${reason})` : ""}`);
  };

  it.each([
    [
      "label and value in one row",
      [cell("公开属性", 0, 0), cell("主动公开", 0, 1)],
      ["1:form-line:主动公开"],
    ],
    [
      "reason in the next field",
      [
        cell("公开属性", 0, 0),
        cell("不予公开", 0, 1),
        cell("不予公开理由", 1, 0),
        cell("涉及国家秘密", 1, 1),
      ],
      ["1:form-line:不予公开(涉及国家秘密)"],
    ],
    [
      "value below its label",
      [cell("密级", 0, 0), cell("公开方式", 0, 1), cell("无", 1, 0), cell("主动公开", 1, 1)],
      ["3:form-line:主动公开"],
    ],
    [
      "a catalogue of other documents",
      [cell("公开方式", 0, 0), cell("主动公开", 1, 0), cell("依申请公开", 2, 0), cell("主动公开", 3, 0)],
      [],
    ],
    [
      "options in the value cell",
      [cell("公开属性", 0, 0), cell("□主动公开 ☑依申请公开", 0, 1)],
      ["1:options:依申请公开"],
    ],
    [
      "options on lines of their own",
      ["公开属性：", "□主动公开", "☑依申请公开", "□不予公开", "理由：内部管理信息"],
      ["2:options:依申请公开(内部管理信息)"],
    ],
    ["none ticked on lines of their own", ["□主动公开", "□依申请公开", "□不予公开"], ["0:options:null"]],
    ["label and value on two lines", ["公开属性", "主动公开"], ["1:form-line:主动公开"]],
    ["a field left open", ["公开属性：", "松河县人民政府办公室"], ["0:form-line:null"]],
    ["a heading", ["公开方式", "一、主动公开"], []],
    ["a reason behind a note", ["（此件不予公开）", "理由：涉及商业秘密"], ["0:note:不予公开(涉及商业秘密)"]],
  ])("%s", (_, parts, expected) => {
    expect(join(parts)).toEqual(expected);
  });
});

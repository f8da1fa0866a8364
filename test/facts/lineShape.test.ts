import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recogniseShape } from "../../linter/facts/lineShape";

describe("recogniseShape", () => {
  it.each([
    ["一、总体要求", 1, 1],
    ["　　十二、附则", 1, 12],
    ["（三）保障措施", 2, 3],
    ["(三)保障措施", 2, 3],
    ["1. 登记", 3, 1],
    ["２．登记", 3, 2],
    ["3、登记", 3, 3],
    ["（4）登记", 4, 4],
    ["第一编 总则", "编", 1],
    ["第三章　监督管理", "章", 3],
    ["第二节 程序", "节", 2],
    ["第一百二十条 养犬人应当登记。", "条", 120],
  ])("reads the numbering of %j", (text, level, number) => {
    expect(recogniseShape(text).numbering).toMatchObject({ level, number });
  });

  it("says where the numbering stands", () => {
    const text = "　　第十条　内容";
    const { span } = recogniseShape(text).numbering ?? { span: { start: 0, end: 0 } };
    expect(text.slice(span.start, span.end)).toBe("第十条");
  });

  it.each(["3.5万元", "1.1 编制目的", "一是加强领导", "2024年3月5日", "第三次会议"])(
    "sees no numbering in %j",
    (text) => {
      expect(recogniseShape(text).numbering).toBeNull();
    },
  );

  it.each(["各镇人民政府，县政府各部门：", "县民政局:", "王某某委员："])(
    "sees an addressee in %j",
    (text) => {
      expect(recogniseShape(text).addressee).toBe(true);
    },
  );

  it.each([
    "各位代表：",
    "现将有关事项通知如下：",
    "同志们：",
    "附件：",
    "为加强管理，现作出以下决定：",
    "将第一条修改为：",
    "有下列情形之一：",
  ])("sees no addressee in %j", (text) => {
    expect(recogniseShape(text).addressee).toBe(false);
  });

  it.each(["附件：1. 名单", "附件", "附件2", "附 件：", "附件1.坐标", "附件：名单.doc", "附：名单"])(
    "sees an attachment line in %j",
    (text) => {
      expect(recogniseShape(text).attachment).toBe(true);
    },
  );

  it.each(["附件材料应当齐全。", "附则", "附带说明"])("sees no attachment line in %j", (text) => {
    expect(recogniseShape(text).attachment).toBe(false);
  });

  it.each([
    ["2024年3月5日", true],
    ["　　二〇二四年三月五日　", true],
    ["2024年3月", false],
    ["云溪县人民政府2024年3月5日", false],
    ["2024年3月5日至6日", false],
  ])("judges whether %j is a date line", (text, expected) => {
    expect(recogniseShape(text).dateLine).toBe(expected);
  });

  it.each([
    ["（此件公开发布）", true],
    ["(联系人：某某，电话(0791)1234567)", true],
    ["（一）总体要求", false],
    ["（试行）和（暂行）", false],
  ])("judges whether %j is a note", (text, expected) => {
    expect(recogniseShape(text).note).toBe(expected);
  });

  it.each([
    ["云溪县人民政府关于加强养犬管理的通告", "通告"],
    ["公　告", "公告"],
    ["几 个 问 题 的 通 知", "通知"],
    ["云溪县犬只管理办法（试行）", "办法"],
    ["云溪县犬只管理实施细则（征求意见稿）", "细则"],
    ["2024年法治政府建设工作报告", "工作报告"],
    ["中华人民共和国城乡规划法", "法"],
    ["关于某问题的函", "函"],
    ["云溪县人民政府令", "命令（令）"],
    ["关于办理某案件若干问题的规定（二）", "规定"],
    ["这是最好的办法。", null],
    ["工作方法", null],
    ["公函往来情况", null],
  ])("names the kind %j ends with", (text, kind) => {
    expect(recogniseShape(text).titleKind).toBe(kind);
  });

  it("never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => void recogniseShape(text)),
    );
  });
});

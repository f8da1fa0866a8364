import { describe, expect, it } from "vitest";
import { recogniseInterpretation } from "../../linter/facts/interpretation";

describe("evidence names an interpretation that exists", () => {
  it.each([
    ["附件：《松河县农村供水管理办法》政策解读", "《松河县农村供水管理办法》政策解读"],
    ["附件：1. 《松河县农村供水管理办法》解读材料", "《松河县农村供水管理办法》解读材料"],
    ["附件2：松河县农村供水管理办法政策解读", "松河县农村供水管理办法政策解读"],
    ["2. 《松河县农村供水管理办法》政策解读", "《松河县农村供水管理办法》政策解读"],
    ["附件：一图读懂《松河县农村供水管理办法》政策问答", "一图读懂《松河县农村供水管理办法》政策问答"],
    ["附件：3．解读方案", "解读方案"],
    ["政策解读：https://www.songhe.example/jd/1.html", "https://www.songhe.example/jd/1.html"],
    ["解读链接：https://www.songhe.example/jd/1.html", "https://www.songhe.example/jd/1.html"],
    ["（解读材料：见《松河县农村供水管理办法》政策解读.docx）", "《松河县农村供水管理办法》政策解读.docx"],
    ["政策解读：《松河县农村供水管理办法》解读", "《松河县农村供水管理办法》解读"],
  ])("%s", (text, target) => {
    expect(recogniseInterpretation(text)).toMatchObject([{ standing: "evidence", target }]);
  });
});

describe("duties, plans and mentions", () => {
  it.each([
    [
      "坚持政策性文件与解读方案、解读材料同步起草、同步报审、同步发布，注重通过数字化、图表图解等形式的解读。",
      "duty",
    ],
    ["各部门应当在文件公布后5个工作日内作出解读。", "duty"],
    ["坚持“谁起草、谁解读”。", "duty"],
    ["拟适时发布政策解读。", "plan"],
    ["加强宣传引导和政策解读。", "mention"],
    ["（三）加强政策解读", "mention"],
    ["3.做好政策解读", "mention"],
    ["《松河县农村供水管理办法》政策解读", "mention"],
    ["政策解读", "mention"],
    ["关于加强政策解读工作的通知", "mention"],
    ["附件：政策解读工作统计表", "mention"],
    ["一、政策解读：主动做好政策解读", "mention"],
    ["发挥专家解读作用，消除误解误读。", "mention"],
    ["统筹运用专家解读、政策问答、在线访谈等解读形式。", "mention"],
    ["附件：加强政策解读", "mention"],
  ])("%s is a %s", (text, standing) => {
    expect(recogniseInterpretation(text).map((one) => one.standing)).toEqual([standing]);
  });

  it("costs nothing without its words", () => {
    expect(recogniseInterpretation("本办法由县水利局负责解释。")).toEqual([]);
  });
});

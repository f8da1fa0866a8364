import { describe, expect, it } from "vitest";
import { lawNumber } from "../../../rules/citations/law-number";
import { brief, judge, mended } from "./judge";

const REGULATION = "《中华人民共和国政府信息公开条例》";
const NOTICE = "《国务院办公厅关于加强行政规范性文件制定和监督管理工作的通知》";

describe("law-number", () => {
  it.each([
    ["right", `${REGULATION}（国务院令第711号）`, []],
    ["the number of a text revised since", `${REGULATION}（国务院令第492号）`, ["warning 国务院令第492号"]],
    ["both numbers", `${REGULATION}（国务院令第492号公布，国务院令第711号修订）`, []],
    ["with the name of the state", `${REGULATION}（中华人民共和国国务院令第711号）`, []],
    ["another act's", `${REGULATION}（国务院令第713号）`, ["error 国务院令第713号"]],
    ["nobody's", `${REGULATION}（国务院令第7110号）`, ["error 国务院令第7110号"]],
    ["a document's", `${NOTICE}（国办发〔2018〕73号）`, ["error 国办发〔2018〕73号"]],
    ["the wrong year", `${NOTICE}（国办发〔2019〕37号）`, ["error 国办发〔2019〕37号"]],
    ["the wrong code", `${NOTICE}（国发〔2018〕37号）`, ["error 国发〔2018〕37号"]],
    ["any bracket", `${NOTICE}（国办发[2018]37号）`, ["info 国办发[2018]37号"]],
    [
      "a law and an order of the State Council",
      "《中华人民共和国安全生产法》（国务院令第711号）",
      ["error 国务院令第711号"],
    ],
    ["a law whose numbers are not all known", "《中华人民共和国安全生产法》（主席令第13号）", []],
    ["a department rule", "《企业投资项目核准和备案管理办法》（国家发展和改革委员会令第3号）", []],
    [
      "one of several documents of the same title",
      "《国务院关于取消一批职业资格许可和认定事项的决定》（国发〔2016〕5号）",
      [],
    ],
    ["a document that is not in the registry", "《松河县供水办法》（松政规〔2024〕3号）", []],
    ["the text that a notice issues", "《政府网站发展指引》（国办发〔2017〕47号）", []],
  ])("%s", (_, citation, found) => expect(brief(lawNumber, `依照${citation}办理。`)).toEqual(found));

  it("says whose number it is and which is right", () => {
    const [finding] = judge(lawNumber, `依照${REGULATION}（国务院令第713号）办理。`);
    expect(finding?.message).toContain("是国务院令第711号");
    expect(finding?.message).toContain("国务院令第713号是《重大行政决策程序暂行条例》的文号");
    expect(finding?.fix?.safety).toBe("suggestion");
  });

  it.each([
    ["国办发[2018]37号"],
    ["国办发【2018】37号"],
    ["国办发(2018)37号"],
    ["国办发〔2018〕037号"],
    ["国办发〔2018〕第37号"],
    ["国办发〔2018〕 37号"],
  ])("mends the form of %s", (number) => {
    const text = `依照${NOTICE}（${number}）办理。`;
    expect(judge(lawNumber, text)[0]).toMatchObject({ severity: "info", fix: { safety: "safe" } });
    expect(mended(lawNumber, text)).toBe(`依照${NOTICE}（国办发〔2018〕37号）办理。`);
  });

  it("leaves alone the document's own number and what it says of itself", () => {
    expect(brief(lawNumber, "松政办发[2024]8号\n松河县人民政府办公室\n关于做好防汛工作的通知")).toEqual([]);
  });
});

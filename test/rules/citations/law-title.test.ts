import { describe, expect, it } from "vitest";
import { lawTitle } from "../../../rules/citations/law-title";
import { brief, judge, mended } from "./judge";

describe("law-title", () => {
  it.each([
    [
      "a law, one character off",
      "依照《中华人民共和国突发事件应付法》办理。",
      ["error 《中华人民共和国突发事件应付法》"],
    ],
    [
      "without the name of the state",
      "依照《重大行政决策程序暂行条列》办理。",
      ["warning 《重大行政决策程序暂行条列》"],
    ],
    ["right", "依照《中华人民共和国突发事件应对法》办理。", []],
    ["a draft", "《中华人民共和国突发事件应付法（草案）》公开征求意见。", []],
    ["a local document of like name", "依照《松河县重大行政决策程序规定》办理。", []],
    ["a book", "编写《突发事件应对法释义》。", []],
    ["a book about the act", "学习《重大行政决策程序暂行条例解读》。", []],
    ["a form", "填写《政府信息公开申请表》。", []],
  ])("%s", (_, text, found) => expect(brief(lawTitle, text)).toEqual(found));

  it("mends the title in the style it was written in", () => {
    expect(mended(lawTitle, "依照《重大行政决策程序暂行条列》办理。")).toBe(
      "依照《重大行政决策程序暂行条例》办理。",
    );
    expect(judge(lawTitle, "依照《重大行政决策程序暂行条列》办理。")[0]?.message).toBe(
      "没有《重大行政决策程序暂行条列》这个题名，应当是《重大行政决策程序暂行条例》。",
    );
  });
});

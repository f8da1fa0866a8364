import { describe, expect, it } from "vitest";
import { readArticles } from "../../../linter/facts/citations/articles";
import { short } from "./support";

describe("readArticles", () => {
  it.each([
    ["第三十八条第一款第（二）项", "38.1(2)"],
    ["第三十八条第一款第二项规定", "38.1(2)"],
    ["第38条第1款第2项", "38.1(2)"],
    ["第３８条的规定", "38"],
    ["第 38 条第 1 款", "38.1"],
    ["第十条、第十二条至第十五条", "10 12~15"],
    ["第十条和第十二条", "10 12"],
    ["第十条以及第十二条或者第十三条", "10 12 13"],
    ["第三、四条", "3 4"],
    ["第三十八至四十条", "38~40"],
    ["第38-40条", "38~40"],
    ["第38条～第40条", "38~40"],
    ["第十条第一、二款", "10.1 10.2"],
    ["第十条第一款、第二款", "10.1 10.2"],
    ["第十条第一款、第十一条第二款", "10.1 11.2"],
    ["第二百条第（四）项、第（五）项或者第（九）项", "200(4) 200(5) 200(9)"],
    ["第十条第一款第（一）项、第（三）项", "10.1(1) 10.1(3)"],
    ["第十条第（一）（二）（三）项", "10(1) 10(2) 10(3)"],
    ["第十条第(一)至(三)项", "10(1) 10(3)"],
    ["第十条（一）项", "10(1)"],
    ["第一百二十条之一", "120-1"],
    ["第一百二十条之一第二款", "120-1.2"],
    ["第三条、四条", "3 4"],
    ["第五章第三十条", "30"],
    ["第一千二百六十条", "1260"],
    ["第十条第一款第（一）项第1目", "10.1(1)"],
    ["第三条之规定", "3"],
    ["第三条和《某某办法》第五条", "3"],
    ["第三条、本办法第四条", "3"],
  ])("%s → %s", (text, expected) => expect(short(readArticles(text, 0)?.references ?? [])).toBe(expected));

  it.each([
    "第五章",
    "第五章、第六章",
    "第一款",
    "第三条件",
    "第二条例",
    "第XX条",
    "第条",
    "第〇条",
    "第十",
    "三十八条",
    "\n第三条 本办法",
  ])("reads no article in %j", (text) => expect(readArticles(text, 0)).toBeNull());

  it("ends behind the last unit and quotes what is written", () => {
    const text = "第十条、第十二条至第十五条的规定";
    const run = readArticles(text, 0);
    expect(text.slice(0, run?.end)).toBe("第十条、第十二条至第十五条");
    expect(run?.references.map((reference) => reference.text)).toEqual(["第十条", "第十二条至第十五条"]);
    for (const reference of run?.references ?? [])
      expect(text.slice(reference.start, reference.end)).toBe(reference.text);
  });
});

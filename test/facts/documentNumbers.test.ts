import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recogniseNumbers } from "../../linter/facts/documentNumbers";

/** Written form → standard form, organ, defects. */
const DOCUMENTS: [string, string, string | null, string[]][] = [
  ["云政办发〔2024〕15号", "云政办发〔2024〕15号", "云政办发", []],
  ["云政办发﹝2017﹞15号", "云政办发〔2017〕15号", "云政办发", ["bracket"]],
  ["云政办发[2008]15号", "云政办发〔2008〕15号", "云政办发", ["bracket"]],
  ["云政办发(2020)15号", "云政办发〔2020〕15号", "云政办发", ["bracket"]],
  ["云政办发（2020）15号", "云政办发〔2020〕15号", "云政办发", ["bracket"]],
  ["云政办发［2018］15号", "云政办发〔2018〕15号", "云政办发", ["bracket"]],
  ["云政办发【2018】15号", "云政办发〔2018〕15号", "云政办发", ["bracket"]],
  ["云政办发〔2021]31号", "云政办发〔2021〕31号", "云政办发", ["bracket"]],
  ["云政办发“2021”31号", "云政办发〔2021〕31号", "云政办发", ["bracket"]],
  ["云政办发[2021] 634号", "云政办发〔2021〕634号", "云政办发", ["bracket", "space"]],
  ["云政办发〔2018〕41 号", "云政办发〔2018〕41号", "云政办发", ["space"]],
  ["云政办发 〔2018〕 41号", "云政办发〔2018〕41号", "云政办发", ["space"]],
  ["云政办发〔 2018 〕41号", "云政办发〔2018〕41号", "云政办发", ["space"]],
  ["云政办发〔2018〕11\n83号", "云政办发〔2018〕1183号", "云政办发", ["line-break"]],
  ["云政办发〔2018〕037号", "云政办发〔2018〕37号", "云政办发", ["leading-zero"]],
  ["云政办发〔2018〕第37号", "云政办发〔2018〕37号", "云政办发", ["第"]],
  ["云政办发〔18〕37号", "云政办发〔2018〕37号", "云政办发", ["two-digit-year"]],
  ["云发〔81〕88号", "云发〔1981〕88号", "云发", ["two-digit-year"]],
  ["云政办发〔２０１８〕３７号", "云政办发〔2018〕37号", "云政办发", ["full-width-digit"]],
  ["[云发改能源[2019]1183号]", "云发改能源〔2019〕1183号", "云发改能源", ["bracket"]],
  ["〔1996〕云司字第82号", "云司字〔1996〕82号", "云司字", ["第"]],
  ["(〔2020〕8号)", "〔2020〕8号", null, []],
  ["云政规〔2024〕1号", "云政规〔2024〕1号", "云政规", []],
  ["云府办明电〔2020〕1号", "云府办明电〔2020〕1号", "云府办明电", []],
];

/** Where running text joins on: text → the words of the number. */
const IN_TEXT: [string, string[]][] = [
  ["根据国办发〔2016〕80号文件精神", ["国办发〔2016〕80号"]],
  ["此前印发了云政办〔2013〕87号", ["云政办〔2013〕87号"]],
  ["按照《意见》（国发〔2008〕3号）和云政发〔2009〕12号的要求", ["国发〔2008〕3号", "云政发〔2009〕12号"]],
  ["以及和政办发〔2020〕5号", ["和政办发〔2020〕5号"]],
  ["原云政综〔2017〕15号同时废止", ["云政综〔2017〕15号"]],
  ["原政发〔2017〕15号", ["原政发〔2017〕15号"]],
  ["云溪县人民政府办公室文件云政办〔2022〕16号关于", ["云政办〔2022〕16号"]],
  ["云溪县人民政府办公室云政办〔2022〕16号", ["云政办〔2022〕16号"]],
  ["依据云数据〔2024〕3号", ["云数据〔2024〕3号"]],
  ["自2017年12月22日国务院令第695号修订", ["国务院令第695号"]],
  ["2012年12月29日原国家质量监督检验检疫总局令第150号公布的", ["国家质量监督检验检疫总局令第150号"]],
  ["以公安部第123号令发布", ["公安部第123号令"]],
  ["根据交通运输部令2021年第5号", ["交通运输部令2021年第5号"]],
  ["依照国家税务总局公告2018年第3号执行", ["国家税务总局公告2018年第3号"]],
  ["见农业部公告第2292号", ["农业部公告第2292号"]],
  ["（云综〔2017〕15号）", ["云综〔2017〕15号"]],
];

const ORDERS: [string, string, string | null][] = [
  ["国务院令第706号", "国务院令第706号", "国务院"],
  ["中华人民共和国国务院令\n第706号", "国务院令第706号", "国务院"],
  ["国令第706号", "国务院令第706号", "国务院"],
  ["主席令第十五号", "主席令第15号", "主席"],
  ["中华人民共和国主席令第一百一十三号", "主席令第113号", "主席"],
  ["国家市场监督管理总局令第46号", "国家市场监督管理总局令第46号", "国家市场监督管理总局"],
  ["国务院令（第711号）", "国务院令第711号", "国务院"],
  ["国务院第711号令", "国务院令第711号", "国务院"],
  ["国务院、中央军事委员会令第503号", "国务院、中央军事委员会令第503号", "国务院、中央军事委员会"],
  ["云溪省人民政府令第220号", "云溪省人民政府令第220号", "云溪省人民政府"],
  ["中国人民银行令〔2021〕第3号", "中国人民银行令〔2021〕第3号", "中国人民银行"],
];

const NONE = [
  "(2019)云01民初12号",
  "（2020）云民终字第12号",
  "GB/T 9704—2012",
  "联系电话：0791—86211234号",
  "云溪路第37号楼",
  "云溪路10号",
  "2018年第9号台风",
  "建设图（2019）8号楼",
  "该法令第3号",
  "十三届全国人大四次会议第2996号建议",
  "第37号",
  "合同（2020）8号",
];

describe("recogniseNumbers", () => {
  it.each(DOCUMENTS)("reads %j", (text, standard, organ, defects) => {
    const [number, ...others] = recogniseNumbers(text);
    expect(others).toEqual([]);
    expect(number).toMatchObject({ standard, organ, form: "document" });
    expect([...(number?.defects ?? [])].sort()).toEqual([...defects].sort());
  });

  it.each(IN_TEXT)("finds where the number begins in %j", (text, quotes) => {
    expect(recogniseNumbers(text).map(({ start, end }) => text.slice(start, end))).toEqual(quotes);
  });

  it.each(ORDERS)("reads the order %j", (text, standard, organ) => {
    expect(recogniseNumbers(text)).toMatchObject([{ standard, organ, form: "order", defects: [] }]);
  });

  it.each(["2018第3号", "（2016年第4号）", "2018年第3号"])(
    "reads the announcement %j on its line",
    (text) => {
      expect(recogniseNumbers(text)).toMatchObject([{ form: "announcement", organ: null }]);
    },
  );

  it.each(NONE)("finds no number in %j", (text) => {
    expect(recogniseNumbers(text)).toEqual([]);
  });

  it("gives spans inside the text, in order, and never throws", () => {
    const piece = fc.constantFrom(
      "云政发",
      "〔",
      "2018",
      "〕",
      "(",
      ")",
      "3",
      "号",
      "第",
      "令",
      "公告",
      " ",
      "\n",
      "国务院",
      "年",
      "０",
      "十",
      "、",
      "字",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join("");
        let last = 0;
        for (const { start, end, serial } of recogniseNumbers(text)) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(start).toBeGreaterThanOrEqual(last);
          expect(serial).toBeGreaterThan(0);
          last = end;
        }
      }),
    );
  });
});

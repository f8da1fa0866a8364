import { describe, expect, it } from "vitest";
import { canonicalNumber } from "../../../rules/laws/number";
import { testRegistry } from "../../support/registry";

describe("canonicalNumber", () => {
  it.each([
    ["国办发〔2018〕37号", "国办发〔2018〕37号"],
    ["国办发[2018]37 号", "国办发〔2018〕37号"],
    ["国办发【2018】37号", "国办发〔2018〕37号"],
    ["国办发（2018）037号", "国办发〔2018〕37号"],
    ["国办发﹝2018﹞３７号文件", "国办发〔2018〕37号"],
    ["（国办发〔2018〕第37号）", "国办发〔2018〕37号"],
    ["〔1996〕武司字第82号", "武司〔1996〕82号"],
    ["（89）环管字第201号", "环管〔1989〕201号"],
    ["高检发释字〔2019〕4号", "高检发释〔2019〕4号"],
    ["国务院令第711号", "国务院令第711号"],
    ["国令第711号", "国务院令第711号"],
    ["中华人民共和国国务院令第 711 号", "国务院令第711号"],
    ["国务院、中央军委令第509号", "国务院令第509号"],
    ["主席令第十五号", "主席令第15号"],
    ["中华人民共和国主席令第一百二十号", "主席令第120号"],
    ["国家发展改革委、财政部令2020年第1号", "国家发展和改革委员会令2020年第1号"],
    ["国家发展和改革委员会等七部委令第30号", "国家发展和改革委员会令第30号"],
    ["中国人民银行令〔2021〕第3号", "中国人民银行令2021年第3号"],
    ["国家税务总局公告2018年第28号", "国家税务总局公告2018年第28号"],
    ["国家税务总局公告〔2018〕第28号", "国家税务总局公告2018年第28号"],
  ])("reads %s", (written, canonical) => {
    expect(canonicalNumber(written)).toBe(canonical);
    expect(canonicalNumber(canonical)).toBe(canonical);
  });

  it.each(["", "第37号", "〔2018〕37号", "GB/T 9704—2012", "13800138000", "建设路12号院"])(
    "takes %s for no number",
    (text) => {
      expect(canonicalNumber(text)).toBeNull();
    },
  );
});

describe("byNumber", () => {
  const titles = (number: string) =>
    testRegistry()
      .byNumber(number)
      .map(({ title }) => title);

  it.each([
    ["国令第711号", "中华人民共和国政府信息公开条例"],
    ["国务院令第713号", "重大行政决策程序暂行条例"],
    ["国办发[2018]37号", "国务院办公厅关于加强行政规范性文件制定和监督管理工作的通知"],
    ["法释[2000]33号", "最高人民法院关于审理交通肇事刑事案件具体应用法律若干问题的解释"],
    ["主席令第八十八号", "中华人民共和国安全生产法"],
  ])("finds what %s names", (number, title) => {
    expect(titles(number)).toContain(title);
  });

  it("finds a notice and what it issues under one number", () => {
    expect(titles("国办发〔2017〕47号")).toHaveLength(2);
  });

  it("finds nothing under a number that nothing carries", () => {
    expect(titles("鲁政发〔2018〕37号")).toEqual([]);
    expect(titles("没有号")).toEqual([]);
  });
});

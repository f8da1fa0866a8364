import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCompact } from "../../../rules/laws/compact";
import { editScript } from "../../../rules/laws/editScript";
import { createLookup } from "../../../rules/laws/lookup";
import { createNearSearch } from "../../../rules/laws/near";
import { createShelf } from "../../../rules/laws/shelf";
import { titleKey } from "../../../rules/laws/titleKey";
import { testRegistry, testRegistryText } from "../../support/registry";

const registry = testRegistry();

describe("near", () => {
  it.each([
    ["招投标法", "中华人民共和国招标投标法"],
    ["消费者权益法", "中华人民共和国消费者权益保护法"],
    ["中华人民共和国治安处罚法", "中华人民共和国治安管理处罚法"],
    ["中华人民共和国突发事件应对管理法", "中华人民共和国突发事件应对法"],
    ["中华人民共和国安全生产发", "中华人民共和国安全生产法"],
    ["中华人民共合国安全生产法", "中华人民共和国安全生产法"],
    ["重大行政决策暂行条例", "重大行政决策程序暂行条例"],
    ["政府信息公开条列", "中华人民共和国政府信息公开条例"],
    ["政府息信公开条例", "中华人民共和国政府信息公开条例"],
    ["安全生产许可条例", "安全生产许可证条例"],
    ["生产安全事故报告与调查处理条例", "生产安全事故报告和调查处理条例"],
    ["国有土地上房屋征收和补偿条例", "国有土地上房屋征收与补偿条例"],
    ["建设项目环境保护管理条里", "建设项目环境保护管理条例"],
    ["党政机关公文处理工作条列", "党政机关公文处理工作条例"],
    [
      "国务院办公厅关于加强行政规范性文件制订和监督管理工作的通知",
      "国务院办公厅关于加强行政规范性文件制定和监督管理工作的通知",
    ],
  ])("takes 《%s》 for 《%s》", (given, title) => {
    expect(registry.near(given)?.title).toBe(title);
  });

  it.each([
    ["known", "中华人民共和国安全生产法"],
    ["known without its prefix", "安全生产法"],
    ["another place", "四川省消防条例"],
    ["another place", "某某市城市绿化条例"],
    ["another kind", "公平竞争审查办法"],
    ["another kind", "中华人民共和国行政处罚条例"],
    ["another kind", "中华人民共和国安全生产法实施细则"],
    ["another kind", "中华人民共和国土地管理条例"],
    ["no longer provisional", "重大行政决策程序条例"],
    ["another number", "中华人民共和国刑法修正案（十三）"],
    ["another part", "最高人民法院关于适用《中华人民共和国公司法》若干问题的规定（六）"],
    ["another year", "中央预算单位2017—2018年政府集中采购目录及标准"],
    ["another subject", "医药管理条例"],
    ["another subject", "建设工程消防管理条例"],
    ["another subject", "国务院关于同意将江苏省泰兴市列为国家历史文化名城的批复"],
    ["another organ", "公安部行政复议办法"],
    ["too short", "信仿条例"],
    ["too short", "刑发"],
    ["no law", "习近平谈治国理政"],
    ["no law", "安全生产责任书"],
    ["own rule", "行政规范性文件管理办法"],
    ["nothing", ""],
  ])("takes %s 《%s》 for nothing else", (_, given) => {
    expect(registry.near(given)).toBeNull();
  });

  it("takes hardly any real title for its neighbour when the data do not hold it", () => {
    const base = readCompact(testRegistryText());
    const shelf = createShelf(base, []);
    const keys = Array.from({ length: base.count }, (_, row) => titleKey(base.title(row)));
    const holders = pairHolders(keys);
    let left = "";
    const seenElsewhere = (pair: string) => (holders.get(pair) ?? []).some((key) => key !== left);
    // The nearest title of a row is never the row itself, so this is as if the row were not there.
    const near = createNearSearch(shelf, base.index, seenElsewhere, createLookup(shelf, base.index));
    const mistaken = keys.filter((key, row) => {
      left = key;
      return near(base.title(row)) >= 0;
    });
    expect(mistaken.length / keys.length).toBeLessThan(0.001);
  });

  it("finds most misspellings, and never another title", () => {
    const base = readCompact(testRegistryText());
    const [start, end] = base.range("行政法规");
    const titles = Array.from({ length: end - start }, (_, index) => base.title(start + index));
    const long = titles.filter((title) => title.length >= 10 && title.endsWith("条例"));
    const found = long.map((title) => registry.near(`${title.slice(0, -1)}列`)?.title);
    const right = found.filter(
      (title, index) => title !== undefined && titleKey(title) === titleKey(long[index] as string),
    );
    expect(found.filter((title) => title !== undefined)).toHaveLength(right.length);
    expect(right.length / long.length).toBeGreaterThan(0.95);
  });
});

describe("editScript", () => {
  it("leads from the given text to the known one, with the fewest edits", () => {
    const letters = fc.string({ unit: fc.constantFrom("甲", "乙", "丙"), maxLength: 7 });
    fc.assert(
      fc.property(letters, letters, (given, known) => {
        const edits = editScript(given, known, 3);
        const distance = levenshtein(given, known);
        expect(edits?.length ?? null).toBe(distance <= 3 ? distance : null);
        if (!edits) return;
        let written = "";
        let from = 0;
        for (const { given: wrong, known: right, at } of edits) {
          expect(given.slice(at, at + wrong.length)).toBe(wrong);
          written += given.slice(from, at) + right;
          from = at + wrong.length;
        }
        expect(written + given.slice(from)).toBe(known);
      }),
    );
  });
});

function pairHolders(keys: readonly string[]): Map<string, string[]> {
  const holders = new Map<string, string[]>();
  for (const key of keys) {
    for (let at = 0; at + 1 < key.length; at++) {
      const pair = key.slice(at, at + 2);
      const held = holders.get(pair) ?? [];
      if (held.length < 2 && !held.includes(key)) holders.set(pair, [...held, key]);
    }
  }
  return holders;
}

function levenshtein(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}

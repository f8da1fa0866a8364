import { describe, expect, it } from "vitest";
import { readData } from "../../../rules/laws/build/data";
import { readCompact } from "../../../rules/laws/compact";
import { type ComparableLaw, comparableLaws, compareLaws } from "../../../rules/laws/compare";
import { testRegistryText } from "../../support/registry";

const text = {
  adopted: "2020-01-01",
  effective: "2020-03-01",
  kind: "enacted",
  order: "某部令第1号",
  articles: 20,
} as const;
const rule: ComparableLaw = {
  title: "某办法",
  level: "部门规章",
  status: "in-force",
  versions: [text],
  repealed: null,
  replacedBy: null,
};

describe("compareLaws", () => {
  it.each<[string, ComparableLaw[], string[]]>([
    ["nothing", [rule], []],
    ["an added law", [rule, { ...rule, title: "新办法" }], ["added 新办法 新收，现行"]],
    [
      "a repeal",
      [{ ...rule, status: "repealed", repealed: "2024-01-01" }],
      ["status 某办法 现行 → 已废止（2024-01-01）"],
    ],
    ["a successor", [{ ...rule, replacedBy: "新办法" }], ["successor 某办法 取代它的文件：未知 → 新办法"]],
    [
      "a new version",
      [
        {
          ...rule,
          versions: [text, { ...text, kind: "revised", adopted: "2025-01-01", effective: "2025-05-01" }],
        },
      ],
      ["version 某办法 新版本：2025-01-01，2025-05-01起施行"],
    ],
    [
      "a number",
      [{ ...rule, versions: [{ ...text, order: "某部令第2号" }] }],
      ["number 某办法 2020-01-01版本的文号：某部令第1号 → 某部令第2号"],
    ],
    [
      "an article count",
      [{ ...rule, versions: [{ ...text, articles: 21 }] }],
      ["articles 某办法 2020-01-01版本的条数：20 → 21"],
    ],
  ])("tells %s", (_, newer, expected) => {
    expect(compareLaws([rule], newer).map(({ kind, title, detail }) => `${kind} ${title} ${detail}`)).toEqual(
      expected,
    );
  });

  it("tells a removed law, but only where the newer set is as whole as the old one", () => {
    const older = Array.from({ length: 10 }, (_, index) => ({ ...rule, title: `办法${index}` }));
    expect(compareLaws(older, older.slice(1))).toEqual([
      { kind: "removed", title: "办法0", detail: "新数据里没有" },
    ]);
    expect(compareLaws(older, older.slice(0, 2))).toEqual([]);
    expect(compareLaws(older, [{ ...rule, level: "法律", title: "某法" }])).toMatchObject([
      { kind: "added" },
    ]);
  });

  it("finds no difference between the data and what was compiled from them", () => {
    expect(compareLaws(comparableLaws(readCompact(testRegistryText())), readData().rows)).toEqual([]);
  });
});

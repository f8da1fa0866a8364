import { describe, expect, it } from "vitest";
import { parseOwnEntries } from "../../../rules/laws/ownEntries";
import { openRegistry } from "../../../rules/laws/registry";
import { testRegistry, testRegistryText } from "../../support/registry";

const CSV = `题名,层级,机关,状态,公布日期,施行日期,文号,条数,废止日期,取代
甲县小型水库管理办法,规范性文件,甲县人民政府,已废止,2015年3月1日,2015-04-01,甲政发〔2015〕8号,28,2021/7/1,甲县水库管理办法
《甲县水库管理办法》,,甲县人民政府,有效,2021-06-01,2021-07-01,甲政发〔2021〕12号,30条,,
`;

describe("parseOwnEntries", () => {
  it("reads a table with Chinese columns", async () => {
    const { rows, problems } = await parseOwnEntries(CSV, "own.csv", "2026-11-24");
    expect(problems).toEqual([]);
    expect(rows).toMatchObject([
      {
        title: "甲县小型水库管理办法",
        level: "规范性文件",
        status: "repealed",
        versions: [
          { adopted: "2015-03-01", effective: "2015-04-01", order: "甲政发〔2015〕8号", articles: 28 },
        ],
        repealed: "2021-07-01",
        replacedBy: "甲县水库管理办法",
        asOf: "2026-11-24",
        source: "own.csv",
      },
      { title: "甲县水库管理办法", level: "规范性文件", status: "in-force", versions: [{ articles: 30 }] },
    ]);
  });

  it("reads JSON, JSON lines and YAML, with English or Chinese names", async () => {
    const expected = [
      {
        title: "甲县养犬管理办法",
        short: ["养犬办法"],
        status: null,
        versions: [{ effective: "2022-01-01" }],
      },
    ];
    const entry = { title: "甲县养犬管理办法", 简称: "养犬办法", effective: "2022-1-1" };
    for (const [text, path] of [
      [JSON.stringify([entry]), "own.json"],
      [`${JSON.stringify(entry)}\n\n`, "own.jsonl"],
      ["- 题名: 甲县养犬管理办法\n  short: [养犬办法]\n  施行日期: 2022-01-01\n", "own.yaml"],
      ["\uFEFFtitle,简称,effective\n甲县养犬管理办法,养犬办法,2022-01-01\n", "own.csv"],
    ] as const) {
      const { rows, problems } = await parseOwnEntries(text, path);
      expect(problems, path).toEqual([]);
      expect(rows, path).toMatchObject(expected);
    }
  });

  it("names the row and the field of every fault", async () => {
    const { rows, problems } = await parseOwnEntries(
      "题名,状态,施行日期,条数,颜色\n甲办法,,2022-02-30,,\n,有效,,,\n乙办法,也许,,许多,\n丙办法,有效,,,红\n丁办法,有效,,,\n丁办法,有效,,,\n",
      "own.csv",
    );
    expect(rows.map(({ title }) => title)).toEqual(["丁办法", "丁办法"]);
    expect(problems).toEqual([
      "第1条（甲办法）的“施行日期”：应写作 2024-03-05，现为“2022-02-30”",
      "第2条的“题名”：不能空着",
      "第3条（乙办法）的“状态”：应为 现行、已废止、尚未施行 或 未核，现为“也许”",
      "第3条（乙办法）的“条数”：应为条数，如 86，现为“许多”",
      "第4条（丙办法）的“颜色”：不认得这个栏目",
      "第6条（丁办法）的“题名”：与第5条相同",
    ]);
  });

  it("says in Chinese what it cannot read at all", async () => {
    expect((await parseOwnEntries("{", "own.json")).problems[0]).toMatch(/^读不出来：/);
    expect((await parseOwnEntries("a: 1", "own.yaml")).problems).toEqual([
      "应为一张清单，每部法规或文件一条",
    ]);
    expect((await parseOwnEntries("x", "own.docx")).problems[0]).toContain("不认得文件类型");
  });
});

describe("a registry with own entries", () => {
  const open = async (text: string, path: string) =>
    openRegistry(testRegistryText(), (await parseOwnEntries(text, path, "2026-11-24")).rows);

  it("holds them beside the project's own data", async () => {
    const registry = await open(CSV, "own.csv");
    expect(registry.count).toBe(testRegistry().count + 2);
    const law = registry.find("甲县小型水库管理办法")?.law;
    expect(law && registry.state(law, "2026-11-24")).toMatchObject({
      status: "repealed",
      since: "2021-07-01",
      successor: { title: "甲县水库管理办法" },
    });
    expect(registry.byNumber("甲政发[2021]12号").map(({ title }) => title)).toEqual(["甲县水库管理办法"]);
    expect(registry.search("小型水库", 3).map(({ title }) => title)).toContain("甲县小型水库管理办法");
    expect(registry.find("安全生产法")?.law.title).toBe("中华人民共和国安全生产法");
  });

  it("lets them take the place of rows of the same title, also as successors", async () => {
    const registry = await open(
      JSON.stringify([
        {
          题名: "中华人民共和国民法典",
          层级: "法律",
          状态: "现行",
          公布日期: "2020-05-28",
          施行日期: "2021-01-01",
          备注: "本县注",
        },
      ]),
      "own.json",
    );
    expect(registry.count).toBe(testRegistry().count);
    expect(registry.find("中华人民共和国民法典")?.law.note).toBe("本县注");
    expect(registry.find("中华人民共和国民法典")?.law.id).toBe(testRegistry().find("民法典")?.law.id);
    const contract = registry.find("合同法")?.law;
    expect(contract && registry.state(contract, "2022-01-01").successor?.note).toBe("本县注");
  });
});

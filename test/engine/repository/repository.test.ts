import { describe, expect, it } from "vitest";
import { auditRepository, Repository } from "../../../linter/engine/repository/index";
import { formatAudit } from "../../../linter/reporters/audit";
import { cardOf, loadDocument } from "../../../linter/workspace/load";
import { lintTexts } from "../../support/lintText";
import { testRegistry } from "../../support/registry";

const TODAY = "2026-11-24";

/** A measure as an archive holds it. */
const measure = (title: string, number: string, date: string, last: string, mark = "") =>
  `# ${title}\n${mark}\n${number}\n\n第一条　管理单位应当公布服务标准，用户不得损坏设施。\n\n第二条　${last}\n\n松河县人民政府\n\n${date}\n`;

const FILES = {
  "供水.md": measure(
    "松河县农村供水管理办法",
    "松政发〔2019〕3号",
    "2019年3月2日",
    "本办法自2019年4月1日起施行，有效期5年。",
  ),
  "犬.md": measure("松河县犬只管理办法", "松政发〔2015〕3号", "2015年3月2日", "本办法自2015年4月1日起施行。"),
  "养犬.md": measure(
    "松河县养犬管理规定",
    "松政发〔2021〕6号",
    "2021年4月2日",
    "本规定自2021年5月1日起施行。《松河县犬只管理办法》（松政发〔2015〕3号）同时废止。",
  ),
  "路灯.md": measure(
    "松河县路灯管护办法",
    "松政发〔2022〕7号",
    "2022年4月2日",
    "依照《中华人民共和国合同法》订立合同。本办法自2022年5月1日起施行。",
  ),
  "停车.md": measure(
    "松河县停车管理办法",
    "松政发〔2010〕7号",
    "2010年4月2日",
    "本办法自2010年5月1日起施行。",
    "\n（已失效）\n",
  ),
  "绿化.md": measure(
    "松河县绿化管理办法",
    "松政发〔2024〕7号",
    "2024年4月2日",
    "本办法自2024年5月1日起施行，有效期至2029年4月30日。",
  ),
};

async function recordsOf(files: Readonly<Record<string, string>>) {
  const laws = testRegistry();
  return Promise.all(
    Object.entries(files).map(async ([path, text]) => {
      const file = { path, read: async () => new TextEncoder().encode(text) };
      return cardOf(await loadDocument(file, laws.lexicon, null), laws, TODAY).record;
    }),
  );
}

describe("recordOf", () => {
  it("is plain data that survives cloning", async () => {
    const records = await recordsOf(FILES);
    expect(structuredClone(records)).toEqual(records);
    expect(JSON.parse(JSON.stringify(records))).toEqual(records);
  });

  it("keeps term, number and what is repealed", async () => {
    const [water, , dogs] = await recordsOf(FILES);
    expect(water).toMatchObject({
      names: ["松河县农村供水管理办法"],
      number: { standard: "松政发〔2019〕3号", organ: "松政发", year: 2019, serial: 3 },
      date: "2019-03-02",
      begins: "2019-04-01",
      until: "2024-03-31",
      normative: true,
    });
    expect(dogs?.repeals).toMatchObject([{ name: "松河县犬只管理办法", number: "松政发〔2015〕3号" }]);
  });

  it("takes the list of a decision to repeal for repeals, and its grounds not", async () => {
    const [decision] = await recordsOf({
      "决定.md":
        "# 松河县人民政府关于废止部分行政规范性文件的决定\n\n松政发〔2022〕1号\n\n各乡镇人民政府：\n\n根据《松河县规范性文件管理办法》（松政发〔2020〕9号），决定废止下列文件：\n\n1. 《松河县犬只管理办法》（松政发〔2015〕3号）\n\n2. 《松河县路灯管护办法》（松政发〔2012〕8号）\n\n松河县人民政府\n\n2022年1月4日\n",
    });
    expect(decision?.repeals.map(({ number }) => number)).toEqual(["松政发〔2015〕3号", "松政发〔2012〕8号"]);
    expect(decision?.cites.map(({ number }) => number)).toContain("松政发〔2020〕9号");
  });
});

describe("a title over several lines", () => {
  it("stands whole in the record, and so in findings on the title and in the clean-up list", async () => {
    const text =
      "云溪县人民政府办公室关于印发\n云溪县农村供水管理办法的通知\n\n云政办发〔2019〕3号\n\n各乡镇人民政府：\n\n现印发给你们。\n\n云溪县人民政府办公室\n\n2019年3月2日\n";
    const records = await recordsOf({ "甲.txt": text });
    expect(records[0]?.title).toMatchObject({
      quote: "云溪县人民政府办公室关于印发云溪县农村供水管理办法的通知",
      place: { block: 0, start: 0, end: 14 },
    });
    const settings = { dateFor: () => TODAY, findingsOf: () => [], changing: new Set<string>() };
    const [entry] = auditRepository(new Repository(records, []), settings);
    expect(entry?.title).toBe("云溪县人民政府办公室关于印发云溪县农村供水管理办法的通知");
  });
});

describe("Repository", () => {
  it("never takes a document for repealed by an older namesake, or by a draft", async () => {
    const draft = FILES["养犬.md"].replace("# 松河", "---\n状态: 草案\n---\n\n# 松河");
    const repository = new Repository(await recordsOf({ "犬.md": FILES["犬.md"], "稿.md": draft }), []);
    expect([...repository.records].map((record) => repository.ending(record, TODAY))).toEqual([null, null]);
  });

  it("knows a later edition of rules, and takes no yearly notice for one", async () => {
    const rules = (number: string, date: string) =>
      measure("松河县路灯管护办法", number, date, "本办法自印发之日起施行。");
    const [first, second] = await recordsOf({
      "一.md": rules("松政发〔2012〕7号", "2012年4月2日"),
      "二.md": rules("松政发〔2022〕7号", "2022年4月2日"),
    });
    if (!first || !second) throw new Error("no record");
    const repository = new Repository([first, second], []);
    expect(repository.successor(first, TODAY)).toBe(second);
    expect(repository.successor(second, TODAY)).toBeNull();
    const notice = (number: string, date: string) =>
      `# 松河县人民政府关于做好防汛工作的通知\n\n${number}\n\n各乡镇人民政府：\n\n请做好防汛工作。\n\n松河县人民政府\n\n${date}\n`;
    const [before, after] = await recordsOf({
      "一.md": notice("松政发〔2023〕5号", "2023年5月2日"),
      "二.md": notice("松政发〔2024〕5号", "2024年5月2日"),
    });
    if (!before || !after) throw new Error("no record");
    expect(new Repository([before, after], []).successor(before, TODAY)).toBeNull();
  });

  it("lets a repeal count from the day the new document begins", async () => {
    const repository = new Repository(await recordsOf(FILES), []);
    const dogs = repository.records.at(1);
    if (!dogs) throw new Error("no record");
    expect(repository.ending(dogs, "2021-04-30")).toBeNull();
    expect(repository.ending(dogs, "2021-05-01")).toMatchObject({ how: "repealed", since: "2021-05-01" });
  });
});

describe("auditRepository", () => {
  it("proposes what is to become of each document, and says why", async () => {
    const reports = new Map((await lintTexts(FILES)).map((report) => [report.path, report]));
    const entries = auditRepository(new Repository(await recordsOf(FILES), []), {
      dateFor: () => TODAY,
      findingsOf: (path) => reports.get(path)?.findings ?? [],
      changing: new Set(["repealed-law"]),
    });
    expect(entries.map(({ path, proposal }) => [path, proposal])).toEqual([
      ["供水.md", "失效"],
      ["犬.md", "废止"],
      ["养犬.md", "继续有效"],
      ["路灯.md", "修改"],
      ["停车.md", "失效"],
      ["绿化.md", "继续有效"],
    ]);
    expect(entries[1]?.reasons.join()).toContain("松政发〔2021〕6号");
    expect(entries[3]?.reasons.join()).toContain("合同法");
    const csv = await formatAudit(entries, "csv", TODAY);
    expect(csv.split("\r\n")[1]).toContain(
      "失效,松河县农村供水管理办法,松政发〔2019〕3号,办法,是,2019-03-02,2024-03-31",
    );
    const markdown = await formatAudit(entries, "markdown", TODAY);
    expect(markdown).toContain("建议失效2份、废止1份、修改1份、继续有效2份");
    expect(await formatAudit(entries, "pretty", TODAY)).toContain("松河县犬只管理办法");
  });
});

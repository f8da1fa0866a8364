import { describe, expect, it } from "vitest";
import { configureRules } from "../../linter/engine/configure";
import { finish } from "../../linter/workspace/finish";
import { collectFiles } from "../../linter/workspace/lintFiles";
import type { SourceFile } from "../../linter/workspace/load";
import { Spool } from "../../linter/workspace/node/spool";
import { formatShard, mergeShards, readShard, type ShardHeader } from "../../linter/workspace/shardFile";
import { filesOfShard } from "../../linter/workspace/shards";
import { MemoryStore, type Store } from "../../linter/workspace/store";
import { allRules } from "../../rules/index";
import { testRegistry } from "../support/registry";

const files = (paths: readonly string[]): SourceFile[] =>
  paths.map((path) => ({ path, read: async () => new TextEncoder().encode(TEXTS[path] ?? "") }));

const DRAFT =
  "云溪县停车管理办法\n\n第一条　依照《中华人民共和国合同法》，制定本办法。\n第二条　违反规定的，依法处罚。";
const NOTE = "关于《云溪县停车管理办法》的起草说明\n2026年9月1日，经县司法局合法性审核，认为符合规定。";
const TEXTS: Record<string, string> = {
  "包/gongwen.yaml": "正文: 办法.txt\n例外:\n  - {规则: repealed-law, 文件: 办法.txt, 理由: 照录}\n",
  "包/办法.txt": DRAFT,
  "包/材料/起草说明.txt": NOTE,
  "一/通知.md":
    "<!-- gongwen-lint-disable repealed-law: 照录 -->\n\n# 关于检查的通知\n\n依照《中华人民共和国合同法》检查。",
  "一/二/通知.md": "# 关于开展检查的通知\n\n依照《中华人民共和国合同法》检查。",
  "三/通知.md": "<!-- gongwen-lint-disable law-title: 照录 -->\n\n# 关于检查的通知",
  "四/空.txt": "",
  "五/通知.md": "# 关于转发检查通知的通知\n\n依照《中华人民共和国合同法》检查。",
};
const paths = Object.keys(TEXTS).sort();

const rules = configureRules(allRules);
const settings = {
  rulesFor: () => rules,
  laws: testRegistry(),
  asOf: "2026-11-24",
  today: "2026-11-24",
  knownRules: new Set(allRules.map(({ id }) => id)),
  exists: (path: string) => path in TEXTS,
};
const header = (index: number, count: number): ShardHeader => ({
  shard: { index, count },
  tool: { name: "gongwen-lint", version: "0" },
  asOf: "2026-11-24",
  today: "2026-11-24",
  registry: { asOf: "2026-01-01", count: 1 },
  onlyRules: null,
  inputs: "",
  knownRules: [...settings.knownRules],
});

async function part(index: number, count: number, all: readonly string[] = paths): Promise<string[]> {
  const collected = await collectFiles(filesOfShard(files(all), { index, count }), {
    ...settings,
    rankOf: (path) => all.indexOf(path),
  });
  return [...formatShard(header(index, count), collected)].map((line) => line.trimEnd());
}

const read = (lines: readonly string[], store: Store = new MemoryStore()) => readShard(lines, store);

describe("shards", () => {
  it("merged give what one run gives, in any order", async () => {
    const one = [...finish(await collectFiles(files(paths), settings), settings)];
    expect(one.flatMap(({ findings }) => findings).length).toBeGreaterThan(5);
    for (const count of [1, 2, 3, 7]) {
      const texts = await Promise.all(Array.from({ length: count }, (_, index) => part(index + 1, count)));
      for (const store of [new MemoryStore(), new Spool()]) {
        const merged = mergeShards(await Promise.all(texts.reverse().map((text) => read(text, store))));
        expect([...finish(merged.collected, settings)]).toEqual(one);
      }
    }
  });

  it("hold every file once, and keep together what may be one package", () => {
    for (const count of [1, 2, 3, 10]) {
      const shards = Array.from({ length: count }, (_, index) =>
        filesOfShard(files(paths), { index: index + 1, count }).map(({ path }) => path),
      );
      expect(shards.flat().sort()).toEqual(paths);
      for (const together of [
        ["包/gongwen.yaml", "包/办法.txt", "包/材料/起草说明.txt"],
        ["一/通知.md", "一/二/通知.md"],
      ]) {
        const home = shards.filter((shard) => together.some((path) => shard.includes(path)));
        expect(home).toHaveLength(1);
      }
    }
  });

  it("are of nearly one size", () => {
    const many = Array.from({ length: 1000 }, (_, index) => `${index % 100}/${index}.txt`);
    const sizes = [1, 2, 3].map((index) => filesOfShard(files(many), { index, count: 3 }).length);
    expect(sizes.reduce((sum, size) => sum + size)).toBe(1000);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(10);
  });

  it("are refused when one is missing, there twice, cut short or of another run", async () => {
    const [first, second] = [await part(1, 2), await part(2, 2)];
    const [one, two] = [await read(first), await read(second)];
    expect(() => mergeShards([one])).toThrow("缺第 2 片");
    expect(() => mergeShards([one, one])).toThrow("给了两次");
    await expect(read(second.slice(0, -1))).rejects.toThrow("不完整");
    await expect(read(second.toSpliced(1, 1))).rejects.toThrow("不完整");
    await expect(read([...second.slice(0, -2), second.at(-2)?.slice(0, 40) ?? ""])).rejects.toThrow("不完整");
    await expect(read(["别的"])).rejects.toThrow("不是分片文件");
    await expect(read([])).rejects.toThrow("不是分片文件");
    const other = { ...two, header: { ...header(2, 2), asOf: "2026-11-25" } };
    expect(() => mergeShards([one, other])).toThrow("判断日期不同");
  });
});

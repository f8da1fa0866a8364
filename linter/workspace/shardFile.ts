import { type Collected, type CollectedFile, type CollectedManifest, storeOutcome } from "./collect";
import type { PlainRule } from "./ruleSets";
import type { Shard } from "./shards";
import type { Store } from "./store";
import type { FileOutcome } from "./tasks";

/** What the parts of one run have in common, and which part this is. */
export interface ShardHeader {
  shard: Shard;
  tool: { name: "gongwen-lint"; version: string };
  asOf: string;
  /** The day on which it ran. */
  today: string;
  registry: { asOf: string; count: number };
  /** The rules that were run if only some were asked for. */
  onlyRules: readonly string[] | null;
  /** Tells whether all parts were cut from the same files. */
  inputs: string;
  /** All rule ids there are, those of configurations in use here among them. */
  knownRules: readonly string[];
}

type CollectedPackage = Collected["packages"][number];
/** A file with what else lies in the store. */
type ShardedFile = Pick<CollectedFile, "ruleSet" | "rank" | "wanted"> & Omit<FileOutcome, "lookedFor">;
type Line = { file: ShardedFile } | { manifest: CollectedManifest } | { package: CollectedPackage };
type First = { version: 1; ruleSets: readonly (readonly PlainRule[])[] } & ShardHeader;

/** The file of a shard, line by line: one JSON a line, first what it is, then file by file, last how many lines there were. */
export function* formatShard(header: ShardHeader, collected: Collected): Generator<string> {
  const { ruleSets, store } = collected;
  const first: First = { version: 1, ...header, ruleSets };
  yield `${JSON.stringify(first)}\n`;
  let count = 0;
  for (const line of lines()) {
    yield `${JSON.stringify(line)}\n`;
    count++;
  }
  yield `${JSON.stringify({ end: count })}\n`;

  function* lines(): Generator<Line> {
    for (const { report, card, written, ruleSet, rank, wanted } of collected.files) {
      const stored = { report: store.get(report), card: card === null ? null : store.get(card) };
      yield { file: { ...stored, written, ruleSet, rank, wanted } };
    }
    for (const manifest of collected.manifests) yield { manifest };
    for (const found of collected.packages) yield { package: found };
  }
}

/** One part of a run, read again. */
export interface ShardPart {
  header: ShardHeader;
  collected: Collected;
}

/**
 * Reads the file of a shard into a store.
 *
 * @throws {Error} in Chinese, when the lines are not the whole file of a shard.
 */
export async function readShard(
  lines: AsyncIterable<string> | Iterable<string>,
  store: Store,
): Promise<ShardPart> {
  let first: First | null = null;
  let count = 0;
  let end: number | null = null;
  const files: CollectedFile[] = [];
  const manifests: CollectedManifest[] = [];
  const packages: CollectedPackage[] = [];
  for await (const text of lines) {
    if (text === "") continue;
    const line = parseLine(text) as (Line & { end?: number }) | undefined;
    if (first === null) {
      if ((line as Partial<First> | undefined)?.version !== 1) throw new Error("不是分片文件，或者版本不同");
      first = line as unknown as First;
    } else if (line === undefined || end !== null) throw new Error("分片文件不完整");
    else if (line.end !== undefined) end = line.end;
    else {
      count++;
      if ("file" in line) {
        const { report, card, written, ...about } = line.file;
        const stored = storeOutcome({ report, card, written }, store);
        files.push({ path: report.path, ...stored, ...about });
      } else if ("manifest" in line) manifests.push(line.manifest);
      else packages.push(line.package);
    }
  }
  if (first === null) throw new Error("不是分片文件，或者版本不同");
  if (end !== count) throw new Error("分片文件不完整");
  const { version: _, ruleSets, ...header } = first;
  return { header, collected: { ruleSets, files, manifests, packages, store } };
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/**
 * Puts the parts of one run, which lie in one store, together.
 *
 * @throws {Error} in Chinese, when a part is missing, there twice or of another run.
 */
export function mergeShards(parts: readonly ShardPart[]): ShardPart {
  const [first] = parts;
  if (!first) throw new Error("没有给出分片文件");
  const { shard, knownRules: _, ...common } = first.header;
  const { store } = first.collected;
  const known = new Set<string>();
  const there = new Set<number>();
  for (const { header } of parts) {
    const { shard: other, knownRules, ...same } = header;
    for (const id of knownRules) known.add(id);
    if (there.has(other.index)) throw new Error(`第 ${other.index} 片给了两次`);
    there.add(other.index);
    const different = differing({ count: shard.count, ...common }, { count: other.count, ...same });
    if (different)
      throw new Error(`第 ${other.index} 片与第 ${shard.index} 片不是同一次检查：${different}不同`);
  }
  const missing = Array.from({ length: shard.count }, (_, index) => index + 1).filter(
    (index) => !there.has(index),
  );
  if (missing.length > 0) throw new Error(`共 ${shard.count} 片，缺第 ${missing.join("、")} 片`);

  const ruleSets: (readonly PlainRule[])[] = [];
  const files: CollectedFile[] = [];
  const manifests: CollectedManifest[] = [];
  const packages: CollectedPackage[] = [];
  for (const { collected } of parts) {
    const offset = ruleSets.length;
    ruleSets.push(...collected.ruleSets);
    for (const file of collected.files) files.push({ ...file, ruleSet: file.ruleSet + offset });
    manifests.push(...collected.manifests);
    packages.push(...collected.packages);
  }
  const byRank = (a: { rank: number }, b: { rank: number }) => a.rank - b.rank;
  return {
    header: { ...first.header, knownRules: [...known] },
    collected: { ruleSets, files: files.sort(byRank), manifests: manifests.sort(byRank), packages, store },
  };
}

const NAMES: Readonly<Record<string, string>> = {
  count: "片数",
  tool: "程序版本",
  asOf: "判断日期",
  today: "检查的日期",
  registry: "法律法规库",
  onlyRules: "所选规则",
  inputs: "文件清单",
};

function differing(a: object, b: object): string | undefined {
  const others = Object.entries(b);
  const values = new Map(Object.entries(a).map(([key, value]) => [key, JSON.stringify(value)]));
  const found = others.find(([key, value]) => values.get(key) !== JSON.stringify(value));
  return found && (NAMES[found[0]] ?? found[0]);
}

import type { Collected, CollectedFile, CollectedManifest } from "./collect";
import type { PlainRule } from "./ruleSets";
import type { Shard } from "./shards";

/** What the parts of one run have in common, and which part this is. */
export interface ShardHeader {
  shard: Shard;
  tool: { name: "gongwen-lint"; version: string };
  asOf: string;
  /** The day on which it ran. */
  today: string;
  registry: { asOf: string; count: number };
  /** Tells whether all parts were cut from the same files. */
  inputs: string;
  /** All rule ids there are, those of configurations in use here among them. */
  knownRules: readonly string[];
}

type CollectedPackage = Collected["packages"][number];
type Line = { file: CollectedFile } | { manifest: CollectedManifest } | { package: CollectedPackage };
type First = { version: 1; ruleSets: readonly (readonly PlainRule[])[] } & ShardHeader;

/** The file of a shard: one JSON a line, first what it is, then file by file, last how many lines there were. */
export function formatShard(header: ShardHeader, collected: Collected): string {
  const first: First = { version: 1, ...header, ruleSets: collected.ruleSets };
  const lines: Line[] = [
    ...collected.files.map((file) => ({ file })),
    ...collected.manifests.map((manifest) => ({ manifest })),
    ...collected.packages.map((found) => ({ package: found })),
  ];
  return [first, ...lines, { end: lines.length }].map((line) => `${JSON.stringify(line)}\n`).join("");
}

/** @throws {Error} in Chinese, when the text is not the whole file of a shard. */
export function parseShard(text: string): { header: ShardHeader; collected: Collected } {
  const [first, ...lines] = text.trimEnd().split("\n").map(parseLine);
  const last = lines.pop();
  if ((first as Partial<First> | undefined)?.version !== 1) throw new Error("不是分片文件，或者版本不同");
  if ((last as { end?: number } | undefined)?.end !== lines.length) throw new Error("分片文件不完整");
  const { version: _, ruleSets, ...header } = first as First;
  const files = (lines as Line[]).flatMap((line) => ("file" in line ? line.file : []));
  const manifests = (lines as Line[]).flatMap((line) => ("manifest" in line ? line.manifest : []));
  const packages = (lines as Line[]).flatMap((line) => ("package" in line ? line.package : []));
  return { header, collected: { ruleSets, files, manifests, packages } };
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/**
 * Puts the parts of one run together.
 *
 * @throws {Error} in Chinese, when a part is missing, there twice or of another run.
 */
export function mergeShards(parts: readonly { header: ShardHeader; collected: Collected }[]): {
  header: ShardHeader;
  collected: Collected;
} {
  const [first] = parts;
  if (!first) throw new Error("没有给出分片文件");
  const { shard, knownRules: _, ...common } = first.header;
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
    collected: { ruleSets, files: files.sort(byRank), manifests: manifests.sort(byRank), packages },
  };
}

const NAMES: Readonly<Record<string, string>> = {
  count: "片数",
  tool: "程序版本",
  asOf: "判断日期",
  today: "检查的日期",
  registry: "法律法规库",
  inputs: "文件清单",
};

function differing(a: object, b: object): string | undefined {
  const others = Object.entries(b);
  const values = new Map(Object.entries(a).map(([key, value]) => [key, JSON.stringify(value)]));
  const found = others.find(([key, value]) => values.get(key) !== JSON.stringify(value));
  return found && (NAMES[found[0]] ?? found[0]);
}

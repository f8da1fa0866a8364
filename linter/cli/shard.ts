import { today } from "../engine/judgementDate";
import type { LintOutput } from "../reporters/lintOutput";
import type { Collected } from "../workspace/collect";
import type { SourceFile } from "../workspace/load";
import type { FoundFiles } from "../workspace/node/findFiles";
import type { Shard } from "../workspace/shards";
import { version } from "./version";

export interface ShardOptions {
  shard?: Shard;
  /** File for what `merge` needs of this part. */
  shardOutput?: string;
  rule?: string[];
}

/** A part of a run, or a whole one that is to be merged later. */
export interface OpenShard {
  files: readonly SourceFile[];
  /** A file's place among those of all parts. */
  rankOf(path: string): number;
  keep(collected: Collected): void;
  write(basis: Pick<LintOutput, "asOf" | "registry">, knownRules: ReadonlySet<string>): Promise<void>;
}

/** Null when the options speak of no shard. */
export async function openShard(
  { files }: FoundFiles,
  { shard = { index: 1, count: 1 }, shardOutput, rule }: ShardOptions,
): Promise<OpenShard | null> {
  if (shardOutput === undefined && shard.count === 1) return null;
  const [{ filesOfShard }, { formatShard }, { hash }, { writeAtomically }] = await Promise.all([
    import("../workspace/shards"),
    import("../workspace/shardFile"),
    import("../workspace/node/cacheFolder"),
    import("./writeFile"),
  ]);
  const rank = new Map(files.map(({ path }, index) => [path, index]));
  let kept: Collected | null = null;
  return {
    files: filesOfShard(files, shard),
    rankOf: (path) => rank.get(path) as number,
    keep(collected) {
      kept = collected;
    },
    async write(basis, knownRules) {
      if (shardOutput === undefined || !kept) return;
      const tool = { name: "gongwen-lint", version } as const;
      const inputs = hash(...files.map(({ path }) => path));
      const header = {
        shard,
        tool,
        ...basis,
        today: today(),
        onlyRules: rule ?? null,
        inputs,
        knownRules: [...knownRules],
      };
      writeAtomically(shardOutput, formatShard(header, kept));
    },
  };
}

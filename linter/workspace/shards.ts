import { isManifest } from "./folderManifest";
import { dirname } from "./grouping";
import type { SourceFile } from "./load";

/** 分片: one of so many parts of a run, from 1. */
export interface Shard {
  index: number;
  count: number;
}

/**
 * The files of one shard. What may belong to one package stays together: the files of a folder, and folders without a
 * manifest with the one above, if that has files. Units go to the shard that has fewest files, largest first, so that every
 * machine that sees the same files cuts them alike.
 */
export function filesOfShard(files: readonly SourceFile[], { index, count }: Shard): SourceFile[] {
  const folders = new Set(files.map(({ path }) => dirname(path)));
  const withManifest = new Set(
    files
      .map(({ path }) => path)
      .filter(isManifest)
      .map(dirname),
  );
  const homeOf = (folder: string): string => {
    const parent = dirname(folder);
    const stays = parent === folder || withManifest.has(folder) || !folders.has(parent);
    return stays ? folder : homeOf(parent);
  };
  const units = new Map<string, SourceFile[]>();
  for (const file of files) {
    const home = homeOf(dirname(file.path));
    const unit = units.get(home);
    if (unit) unit.push(file);
    else units.set(home, [file]);
  }
  const sorted = [...units].sort(([a, as], [b, bs]) => bs.length - as.length || (a < b ? -1 : 1));
  const loads = new Array<number>(count).fill(0);
  const mine = new Set<SourceFile>();
  for (const [, unit] of sorted) {
    const lightest = loads.indexOf(Math.min(...loads));
    loads[lightest] = (loads[lightest] as number) + unit.length;
    if (lightest === index - 1) for (const file of unit) mine.add(file);
  }
  return files.filter((file) => mine.has(file));
}

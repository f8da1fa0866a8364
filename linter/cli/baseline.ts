import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { Baseline, type BaselineEntry, formatBaseline, parseBaseline } from "../engine/baseline";
import type { FileResult, LintOutput } from "../reporters/lintOutput";
import { ConfigError } from "../workspace/node/configFiles";

export interface BaselineOptions {
  baseline?: string;
  updateBaseline?: boolean;
  pruneBaseline?: boolean;
  /** Rules that were run; undefined: all. */
  rule?: readonly string[];
}

/** A baseline that files are judged by one after the other. */
export interface OpenBaseline {
  judge(file: FileResult): FileResult;
  /** Tells on standard error what it covers and what it no longer needs, and writes it anew when asked to. */
  close(): NonNullable<LintOutput["baseline"]>;
}

/** Leaves the findings that are not in the baseline; none when that is being made from them. */
export function openBaseline(
  file: string,
  { updateBaseline, pruneBaseline, rule }: BaselineOptions,
): OpenBaseline {
  const folder = dirname(resolve(file));
  const baseline = new Baseline(readBaseline(file, updateBaseline === true), {
    nameOf: (path) => relative(folder, resolve(path)).replaceAll("\\", "/"),
    exists: (name) => existsSync(resolve(folder, name)),
    ran: (id) => rule === undefined || rule.includes(id),
  });
  return {
    judge: (result) => {
      const judged = baseline.judge(result);
      return updateBaseline ? { ...judged, findings: [] } : judged;
    },
    close: () => {
      const { covered, unused, kept, fresh } = baseline.account();
      if (updateBaseline) {
        writeFileSync(file, formatBaseline([...kept, ...fresh]));
        tell(`基线 ${file} 已更新：新增 ${fresh.length} 条，删去 ${unused.length} 条`);
        return { covered: covered + fresh.length, unused: 0 };
      }
      tell(`基线 ${file}：${covered} 个已知问题不再显示`);
      if (pruneBaseline) {
        if (unused.length > 0) writeFileSync(file, formatBaseline(kept));
        tell(`基线 ${file} 已清理：删去 ${unused.length} 条`);
      } else if (unused.length > 0) {
        tell(`基线里有 ${unused.length} 条已经没有对应的问题，可用 --prune-baseline 清理：`);
        for (const { path, ruleId, words } of unused) tell(`  ${path}  ${ruleId}  ${words}`);
      }
      return { covered, unused: pruneBaseline ? 0 : unused.length };
    },
  };
}

function readBaseline(file: string, mayBeMissing: boolean): BaselineEntry[] {
  if (!existsSync(file)) {
    if (mayBeMissing) return [];
    throw new ConfigError(`${file}：没有这个基线文件，第一次用 --update-baseline 生成`);
  }
  const { entries, problems } = parseBaseline(readFileSync(file, "utf8"));
  if (problems.length > 0) throw new ConfigError(problems.map((problem) => `${file}：${problem}`).join("\n"));
  return entries;
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

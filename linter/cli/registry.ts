import { existsSync, readFileSync } from "node:fs";
import type { LawRegistry } from "../facts/laws";
import { type LawRow, openRegistry } from "../../rules/laws/registry";
import { packageFile } from "./packageFile";

/** Opens the registry of laws that ships with the package, with an organisation's own entries on top. */
export function openShippedRegistry(ownEntries: readonly LawRow[] = []): LawRegistry {
  const path = packageFile("dist", "registry.txt");
  if (!existsSync(path)) throw new Error(`没有找到法律法规库 ${path}，请先运行 npm run build`);
  return openRegistry(readFileSync(path, "utf8"), ownEntries);
}

/** A sentence to say once a run when the registry is older than half a year; null when it is fresh. */
export function registryAge(laws: LawRegistry, today: string): string | null {
  const limit = new Date(`${laws.asOf}T00:00:00Z`);
  limit.setUTCMonth(limit.getUTCMonth() + 6);
  if (today <= limit.toISOString().slice(0, 10)) return null;
  return `法律法规库截至 ${laws.asOf}，已超过 6 个月，请更新（gongwen-lint laws check-updates 可比较新数据）`;
}

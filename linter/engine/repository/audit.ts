import type { Finding } from "../finding";
import type { RepositoryRecord } from "./record";
import type { Ending, Repository } from "./repository";

/** 清理建议 */
export type Proposal = "继续有效" | "修改" | "废止" | "失效";

/** 清理目录的一行: one document with what is proposed for it. */
export interface AuditEntry {
  path: string;
  title: string;
  docNumber: string | null;
  kind: string | null;
  normative: boolean;
  /** 成文日期, ISO */
  date: string | null;
  /** 有效期至, ISO */
  until: string | null;
  proposal: Proposal;
  /** Each a sentence in Chinese that names what it rests on. */
  reasons: readonly string[];
}

export interface AuditSettings {
  dateFor(path: string): string;
  findingsOf(path: string): readonly Finding[];
  /** Rules whose findings mean that the text must be changed: outdated citations. */
  changing: ReadonlySet<string>;
}

/**
 * Draws up the yearly clean-up list (清理目录): what has been repealed or has run out, what rests on acts that are no longer in
 * force, what goes on. A proposal with its reasons; the organ decides. 国办发〔2018〕37号（动态清理）.
 */
export function auditRepository(repository: Repository, settings: AuditSettings): AuditEntry[] {
  return [...repository.documents]
    .filter(({ draft }) => !draft)
    .map((record) => ({
      path: record.path,
      title: record.title?.quote.replace(/\s+/g, "") || (record.names[0] ?? record.path),
      docNumber: record.number?.standard ?? null,
      kind: record.kind,
      normative: record.normative,
      date: record.date,
      until: record.until,
      ...propose(record, repository, settings),
    }));
}

function propose(
  record: RepositoryRecord,
  repository: Repository,
  { dateFor, findingsOf, changing }: AuditSettings,
): Pick<AuditEntry, "proposal" | "reasons"> {
  const date = dateFor(record.path);
  const ending = repository.ending(record, date);
  if (ending) return ended(record, ending);
  const reasons = findingsOf(record.path)
    .filter(({ ruleId, severity }) => changing.has(ruleId) && severity !== "info")
    .map(({ message }) => message);
  if (reasons.length > 0) return { proposal: "修改", reasons: [...new Set(reasons)] };
  const successor = repository.successor(record, date);
  if (successor)
    return {
      proposal: "废止",
      reasons: [`已有同名的新文件${successor.number?.standard ?? successor.path}，本件没有写明废止。`],
    };
  if (record.until !== null) return { proposal: "继续有效", reasons: [`有效期到${record.until}。`] };
  return { proposal: "继续有效", reasons: record.normative ? ["没有写明有效期，请评估是否继续执行。"] : [] };
}

function ended(
  record: RepositoryRecord,
  { how, since, by }: Ending,
): Pick<AuditEntry, "proposal" | "reasons"> {
  if (how === "expired") return { proposal: "失效", reasons: [`有效期到${record.until}，已经届满。`] };
  if (how === "repealed" && by) {
    const when = since ? `${since}起` : "";
    return { proposal: "废止", reasons: [`${when}由${by.number?.standard ?? by.path}废止（${by.path}）。`] };
  }
  const word = record.ended?.word ?? "";
  return {
    proposal: word.includes("废止") ? "废止" : "失效",
    reasons: [`文件上标注“${record.ended?.quote ?? word}”。`],
  };
}

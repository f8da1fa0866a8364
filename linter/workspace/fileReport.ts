import type { Finding } from "../engine/finding";
import type { JudgementDate } from "../engine/rule";
import { UnreadableDocumentError } from "../readers/unreadable";

/** What is said of one file. */
export interface FileReport {
  path: string;
  /** 标题 and 发文字号, as far as they were recognised. */
  title: string | null;
  docNumber: string | null;
  kind: string | null;
  normative: boolean;
  /** Why the file could not be checked, whole or in part; null when it was. */
  error: string | null;
  findings: readonly Finding[];
  asOf: JudgementDate | null;
  /** What the user should know about the reading of this file. */
  notes: readonly string[];
}

export function unchecked(path: string, error: string | null): FileReport {
  return {
    path,
    title: null,
    docNumber: null,
    kind: null,
    normative: false,
    error,
    findings: [],
    asOf: null,
    notes: [],
  };
}

/** Why a file could not be read, in Chinese. */
export function reason(error: unknown): string {
  if (error instanceof UnreadableDocumentError) return error.message;
  return `读取时出错：${error instanceof Error ? error.message : String(error)}`;
}

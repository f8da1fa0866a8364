import type { OfficialDocument } from "../document/document";
import type { DocumentFacts } from "../facts/documentFacts";

/** 随附材料: what a companion is in its package. */
export type CompanionRole =
  | "interpretation" // 政策解读, 解读材料, 图解, 问答
  | "interpretation-plan" // 解读方案
  | "review-opinion" // 合法性审核意见书
  | "drafting-note" // 起草说明
  | "consultation" // 征求意见采纳情况
  | "fair-competition" // 公平竞争审查
  | "annex" // 附件
  | "other";

export interface Companion {
  role: CompanionRole;
  document: OfficialDocument;
  facts: DocumentFacts;
  /** Why it was taken for this role, in Chinese. */
  because: readonly string[];
}

/** A file the manifest or front matter links that is not there. */
export interface MissingFile {
  path: string;
  role: CompanionRole;
  /** Who names it, for the message. */
  label: string;
}

/** 送审包: a main document with what goes with it. Companions of one package never serve another. */
export interface DocumentPackage {
  /** Folder, with forward slashes. */
  path: string;
  /** Path of gongwen.yaml, or null when the package was recognised by its files. */
  manifest: string | null;
  companions: readonly Companion[];
  /** Files named by metadata (解读: …) that do not exist. */
  missing: readonly MissingFile[];
  /**
   * True: the folder is one 送审包, so that what is not there is missing. False: a folder shared by several documents (an
   * archive), where companions are evidence but their absence proves little.
   */
  submission: boolean;
}

import type { Block } from "./block";
import type { DocumentLayout } from "./layout";
import type { MetadataRecord } from "./metadata";

export type DocumentFormat =
  | "md"
  | "txt"
  | "html"
  | "docx"
  | "doc"
  | "odt"
  | "rtf"
  | "pdf"
  | "ofd"
  | "uof"
  | "editor";

/** 公文: a draft or an issued document, as any reader or editor adapter gives it to the engine. */
export interface OfficialDocument {
  /** As the caller named it, with forward slashes; what reports print. */
  path: string;
  format: DocumentFormat;
  blocks: readonly Block[];
  /** In the order of belief (see MetadataSource); a sidecar or manifest is put in by the workspace. */
  metadata: readonly MetadataRecord[];
  /** Offsets at which the source's lines start, for formats with lines; turns source offsets into lines. */
  lineStarts?: readonly number[];
  /** Comments of the source addressed to the linter (`<!-- gongwen-lint-… -->`), for formats that have comments. */
  comments?: readonly DocumentComment[];
  /** Things the reader could not read but that do not make the file unreadable, in Chinese, shown to the user. */
  readerNotes: readonly string[];
  /** 版面, for formats that have one; read when it is first asked for. Null: the file leaves it all open. */
  layout?: () => DocumentLayout | null;
}

/** A comment addressed to the linter. `block` is the index of the block it stands before, `source` where it starts. */
export interface DocumentComment {
  /** What stands between the comment marks, trimmed. */
  text: string;
  block: number;
  source: number;
}

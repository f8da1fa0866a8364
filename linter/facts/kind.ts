import type { DocumentMetadata } from "../document/metadata";
import type { Head } from "./elements/head";
import { kindAtEnd } from "./kindNames";

/**
 * 文种 of the document as a whole: metadata, else 命令（令） for an order with its own head, else what the title ends
 * with. An issuing notice is a 通知 whatever it issues. Null when nothing tells.
 */
export function tellKind(metadata: DocumentMetadata, head: Head): string | null {
  if (metadata.kind) return metadata.kind === "令" || metadata.kind === "命令" ? "命令（令）" : metadata.kind;
  if (head.order) return "命令（令）";
  if (head.title?.kind) return head.title.kind;
  return metadata.title ? kindAtEnd(metadata.title) : null;
}

import type { Block } from "../../linter/document/block";
import type { DocumentFormat, OfficialDocument } from "../../linter/document/document";
import type { DocumentMetadata, MetadataSource } from "../../linter/document/metadata";
import type { Report } from "../../linter/engine/finding";
import type { Companion, CompanionRole, DocumentPackage, MissingFile } from "../../linter/engine/package";
import type { Rule } from "../../linter/engine/rule";
import { collectBlockFacts, collectDocumentFacts } from "../../linter/facts/collect";
import type { DocumentFacts } from "../../linter/facts/documentFacts";
import type { LawRegistry } from "../../linter/facts/laws";

/** One paragraph a line; blank lines are left out. */
export interface Draft {
  text: string;
  path?: string;
  format?: DocumentFormat;
  metadata?: DocumentMetadata;
  metadataSource?: MetadataSource;
}

export interface DraftedCompanion extends Draft {
  role: CompanionRole;
}

export interface Setting {
  /** Makes it a package. */
  companions?: readonly DraftedCompanion[];
  missing?: readonly MissingFile[];
  manifest?: string;
  /** Default: true when there are companions or a manifest. */
  submission?: boolean;
  asOf?: string;
  options?: object;
}

const NO_LAWS = { lexicon: { nameEndingAt: () => -1 } } as unknown as LawRegistry;

/** Reads a draft's facts as the engine does. */
export function readDraft({
  text,
  path = "正文.txt",
  format = "txt",
  metadata,
  metadataSource = "front-matter",
}: Draft): {
  document: OfficialDocument;
  facts: DocumentFacts;
} {
  const blocks = text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map(
      (line, i): Block => ({
        id: String(i),
        version: 1,
        text: line,
        role: "paragraph",
        origin: { kind: "plain" },
      }),
    );
  const records = metadata ? [{ source: metadataSource, label: "文件头", values: metadata }] : [];
  const document: OfficialDocument = { path, format, blocks, metadata: records, readerNotes: [] };
  const facts = collectDocumentFacts(
    document,
    blocks.map((block) => collectBlockFacts(block.text, NO_LAWS.lexicon)),
  );
  return { document, facts };
}

/** What a rule reports on a draft. */
export function reportsOf(rule: Rule, draft: Draft, setting: Setting = {}): Report[] {
  const subject = readDraft(draft);
  const { companions, missing = [], manifest = null, asOf = "2026-11-24" } = setting;
  const isPackage = companions !== undefined || manifest !== null || missing.length > 0;
  const pack: DocumentPackage | null = isPackage
    ? {
        path: "包",
        manifest,
        missing,
        submission: setting.submission ?? true,
        companions: (companions ?? []).map(
          ({ role, ...rest }): Companion => ({
            role,
            because: ["测试"],
            ...readDraft({ path: `包/${role}.md`, ...rest }),
          }),
        ),
      }
    : null;
  const options = { ...rule.defaults, ...setting.options };
  return [
    ...(rule.check as NonNullable<typeof rule.check>)({
      ...subject,
      laws: NO_LAWS,
      asOf: { date: asOf, from: "given" },
      package: pack,
      options,
    }),
  ];
}

/** The words a report rests on, as the engine would quote them. */
export function quoteOf(draft: Draft, { quote, place }: Report): string | null {
  if (quote !== undefined) return quote;
  return place
    ? (readDraft(draft).document.blocks[place.block]?.text.slice(place.start, place.end) ?? null)
    : null;
}

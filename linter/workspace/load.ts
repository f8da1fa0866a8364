import type { OfficialDocument } from "../document/document";
import type { DocumentMetadata, MetadataRecord } from "../document/metadata";
import { type RepositoryRecord, recordOf } from "../engine/repository/index";
import { collectBlockFacts, collectDocumentFacts } from "../facts/collect";
import type { DocumentFacts } from "../facts/documentFacts";
import type { LawLexicon, LawRegistry } from "../facts/laws";
import { type ReadOptions, readDocument } from "../readers/index";
import { type FileCard, recogniseRole } from "./grouping";

/** A file that may be read: on disk, dropped on a page, piped in. Paths have forward slashes. */
export interface SourceFile {
  path: string;
  read(): Promise<Uint8Array>;
  /**
   * 变动标记: as long as it is the same, so is the content, which need not be read to know. Null when that cannot be told.
   */
  stamp?(): string | null;
}

/** A document that was read, with its facts. */
export interface LoadedDocument {
  document: OfficialDocument;
  facts: DocumentFacts;
}

/** Metadata that a manifest holds for one file. */
export interface ManifestEntry {
  label: string;
  values: DocumentMetadata;
}

/** Reads a file and recognises its facts; throws UnreadableDocumentError. */
export async function loadDocument(
  file: SourceFile,
  lexicon: LawLexicon,
  manifest: ManifestEntry | null,
  options: ReadOptions = {},
): Promise<LoadedDocument> {
  const document = withManifest(await readDocument(await file.read(), file.path, options), manifest);
  const blockFacts = document.blocks.map(({ text }) => collectBlockFacts(text, lexicon));
  return { document, facts: collectDocumentFacts(document, blockFacts) };
}

/** A manifest's word comes behind the document's own front matter and before what a web page's table says. */
function withManifest(document: OfficialDocument, manifest: ManifestEntry | null): OfficialDocument {
  if (!manifest || Object.keys(manifest.values).length === 0) return document;
  const record: MetadataRecord = { source: "manifest", ...manifest };
  const own = document.metadata.filter(({ source }) => source === "front-matter");
  const others = document.metadata.filter(({ source }) => source !== "front-matter");
  return { ...document, metadata: [...own, record, ...others] };
}

/** How many characters of a companion are looked at for the name of its document. */
const OPENING_LENGTH = 600;

/** A file's card with its record for the rules over the whole repository. */
export interface DocumentCard extends FileCard {
  record: RepositoryRecord;
}

export function cardOf(loaded: LoadedDocument, laws: LawRegistry, today: string): DocumentCard {
  const { document, facts } = loaded;
  const named = {
    path: document.path,
    title: facts.elements.title?.value ?? null,
    kind: facts.kind,
    docNumber: facts.elements.docNumber?.value ?? null,
    scope: facts.scope,
    opening: "",
  };
  const role = recogniseRole(named)?.role ?? null;
  // Only companions name their document; the rest would double what is kept of every file.
  const card = role === null ? named : { ...named, opening: openingOf(document) };
  return { ...card, record: recordOf(loaded, role, laws, today) };
}

function openingOf({ blocks }: OfficialDocument): string {
  let opening = "";
  for (const { text } of blocks) {
    if (opening.length >= OPENING_LENGTH) break;
    opening += text;
  }
  return opening.slice(0, OPENING_LENGTH);
}

/** Facts of a document that only goes with another: it owes nothing of its own. */
export function asCompanion({ document, facts }: LoadedDocument, because: readonly string[]): LoadedDocument {
  const none = { value: false, because: [`随附材料：${because.join("；")}`] };
  return { document, facts: { ...facts, scope: "companion", normative: none, policy: none } };
}

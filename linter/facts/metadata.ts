import type { DocumentMetadata, MetadataRecord } from "../document/metadata";
import type { DocumentFacts, Element } from "./documentFacts";

type Sources = DocumentFacts["metadataSource"];
type Key = keyof DocumentMetadata;

/** Merges metadata in the order of belief: the first record that states a key wins. */
export function mergeMetadata(records: readonly MetadataRecord[]): {
  metadata: DocumentMetadata;
  sources: Sources;
} {
  const metadata: Partial<Record<Key, DocumentMetadata[Key]>> = {};
  const sources: Sources = {};
  for (const { source, label, values } of records) {
    for (const [name, value] of Object.entries(values)) {
      const key = name as Key;
      if (value === undefined || value === "" || key in metadata) continue;
      metadata[key] = value;
      sources[key] = { source, label };
    }
  }
  return { metadata: metadata as DocumentMetadata, sources };
}

/** The element a metadata value stands for, or null if metadata says nothing of it. */
export function metadataElement(
  metadata: DocumentMetadata,
  sources: Sources,
  key: "title" | "docNumber" | "issuer" | "date",
): Element | null {
  const value = metadata[key];
  const source = sources[key]?.source;
  return value && source ? { value, quote: value, place: null, source } : null;
}

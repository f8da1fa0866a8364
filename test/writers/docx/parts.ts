import { strFromU8, unzipSync } from "fflate";

/** The parts of a .docx as text, by name, in the order of the file. */
export function partsOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)]));
}

export function documentXml(bytes: Uint8Array): string {
  return partsOf(bytes)["word/document.xml"] ?? "";
}

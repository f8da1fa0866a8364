/**
 * The usual prefix of each namespace that matters to a reader: OOXML (ISO/IEC 29500, transitional and strict alike),
 * OpenDocument (ISO/IEC 26300) and OFD (GB/T 33190).
 */
const USUAL_PREFIX: ReadonlyMap<string, string> = new Map([
  ["http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"],
  ["http://purl.oclc.org/ooxml/wordprocessingml/main", "w"],
  ["http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r"],
  ["http://purl.oclc.org/ooxml/officeDocument/relationships", "r"],
  ["http://schemas.openxmlformats.org/officeDocument/2006/math", "m"],
  ["http://purl.oclc.org/ooxml/officeDocument/math", "m"],
  ["http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"],
  ["http://schemas.microsoft.com/office/word/2010/wordml", "w14"],
  ["urn:schemas-microsoft-com:vml", "v"],
  ["http://schemas.openxmlformats.org/package/2006/relationships", "rel"],
  ["urn:oasis:names:tc:opendocument:xmlns:office:1.0", "office"],
  ["urn:oasis:names:tc:opendocument:xmlns:style:1.0", "style"],
  ["urn:oasis:names:tc:opendocument:xmlns:text:1.0", "text"],
  ["urn:oasis:names:tc:opendocument:xmlns:table:1.0", "table"],
  ["urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "draw"],
  ["urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0", "fo"],
  ["urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", "manifest"],
  ["http://www.ofdspec.org/2016", "ofd"],
  ["http://www.ofdspec.org", "ofd"],
]);

const TAKEN: ReadonlySet<string> = new Set(USUAL_PREFIX.values());

/**
 * What a declared prefix is called here: the usual one of a namespace we know; otherwise itself, unless it would pass
 * for a usual one.
 */
export function usualPrefix(prefix: string, uri: string): string {
  return USUAL_PREFIX.get(uri) ?? (TAKEN.has(prefix) ? `other-${prefix}` : prefix);
}

/**
 * The prefixes (key "" for the default namespace) which a document names otherwise than usual, with their usual names.
 * Empty for nearly every file, so that names need no translation at all. Null if one prefix means two things in
 * different places: only real namespace processing helps then.
 */
export function unusualPrefixes(xml: string): ReadonlyMap<string, string> | null {
  const meaning = new Map<string, string>();
  for (let at = xml.indexOf("xmlns"); at >= 0; at = xml.indexOf("xmlns", at + 5)) {
    DECLARATION.lastIndex = at;
    const declaration = DECLARATION.exec(xml);
    if (!declaration) continue;
    const prefix = declaration[1] ?? "";
    const usual = usualPrefix(prefix, declaration[2] ?? declaration[3] ?? "");
    if ((meaning.get(prefix) ?? usual) !== usual) return null;
    meaning.set(prefix, usual);
  }
  for (const [prefix, usual] of meaning) if (prefix === usual) meaning.delete(prefix);
  return meaning;
}

const DECLARATION = /xmlns(?::([^\s=<>"']+))?\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;

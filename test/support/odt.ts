import { strToU8, zipSync } from "fflate";

const NAMES = ["office", "style", "text", "table", "manifest"];
const NAMESPACES = [
  ...NAMES.map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`),
  `xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"`,
  `xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"`,
].join(" ");

/** What a hand-written .odt is made of: inner XML of its parts. */
export interface OdtParts {
  /** Inside office:text. */
  body: string;
  /** Inside office:automatic-styles of content.xml. */
  styles?: string;
  /** Inside style:master-page. */
  masterPage?: string;
  /** Further files by name; null leaves a file out. */
  files?: Readonly<Record<string, string | null>>;
}

export function odt(parts: OdtParts | string): Uint8Array {
  const {
    body,
    styles = "",
    masterPage = "",
    files = {},
  } = typeof parts === "string" ? { body: parts } : parts;
  const all: Record<string, string | null> = {
    mimetype: "application/vnd.oasis.opendocument.text",
    "content.xml": `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${NAMESPACES}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    "styles.xml": `<office:document-styles ${NAMESPACES}><office:master-styles><style:master-page>${masterPage}</style:master-page></office:master-styles></office:document-styles>`,
    ...files,
  };
  const entries = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null);
  const { mimetype, ...others } = Object.fromEntries(entries.map(([name, text]) => [name, strToU8(text)]));
  // Stored first and uncompressed, so that the format can be told from the leading bytes.
  return zipSync({ ...(mimetype ? { mimetype: [mimetype, { level: 0 }] } : {}), ...others });
}

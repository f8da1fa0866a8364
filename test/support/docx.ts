import { strToU8, zipSync } from "fflate";

/** What a hand-written .docx is made of: inner XML of its parts, so that any construct can be written down. */
export interface DocxParts {
  /** Inside w:body. */
  body: string;
  /** Inside w:styles, w:numbering, w:footnotes, w:endnotes. */
  styles?: string;
  numbering?: string;
  footnotes?: string;
  endnotes?: string;
  /** Inside w:settings. */
  settings?: string;
  /** The theme's part, whole. */
  theme?: string;
  /** Inside w:hdr and w:ftr, by relationship id; the body's sections must refer to them. */
  headers?: Readonly<Record<string, string>>;
  footers?: Readonly<Record<string, string>>;
  /** Further files of the package by name, as they are; null leaves a file out. */
  files?: Readonly<Record<string, string | Uint8Array | null>>;
}

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const NAMESPACES = [
  `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`,
  `xmlns:r="${OFFICE}"`,
  `xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"`,
  `xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"`,
  `xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"`,
  `xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"`,
  `xmlns:v="urn:schemas-microsoft-com:vml"`,
].join(" ");

/** A .docx with these parts. */
export function docx(parts: DocxParts | string): Uint8Array {
  return zipParts(docxFiles(typeof parts === "string" ? { body: parts } : parts));
}

/** Zips files by name. */
export function zipParts(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const entries = Object.entries(files).map(([name, data]) => [
    name,
    typeof data === "string" ? strToU8(data) : data,
  ]);
  return zipSync(Object.fromEntries(entries));
}

/** The files of the package before they are zipped, for tests that change one. */
export function docxFiles(parts: DocxParts): Record<string, string | Uint8Array> {
  const related: string[] = [];
  const overrides = [override("document", "document.main")];
  const files: Record<string, string | Uint8Array> = {};
  const add = (type: string, root: string, name: string, inner: string | undefined, id = `r-${name}`) => {
    if (inner === undefined) return;
    related.push(`<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${name}.xml"/>`);
    overrides.push(override(name, type));
    files[`word/${name}.xml`] = part(root, inner);
  };
  add("styles", "styles", "styles", parts.styles);
  add("numbering", "numbering", "numbering", parts.numbering);
  add("footnotes", "footnotes", "footnotes", parts.footnotes);
  add("endnotes", "endnotes", "endnotes", parts.endnotes);
  add("settings", "settings", "settings", parts.settings);
  if (parts.theme !== undefined) {
    related.push(`<Relationship Id="r-theme" Type="${OFFICE}/theme" Target="theme.xml"/>`);
    files["word/theme.xml"] = parts.theme;
  }
  for (const [id, inner] of Object.entries(parts.headers ?? {}))
    add("header", "hdr", `header-${id}`, inner, id);
  for (const [id, inner] of Object.entries(parts.footers ?? {}))
    add("footer", "ftr", `footer-${id}`, inner, id);
  const all: Record<string, string | Uint8Array | null> = {
    "[Content_Types].xml": contentTypes(overrides),
    "_rels/.rels": relationships(
      `<Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/>`,
    ),
    "word/document.xml": part("document", `<w:body>${parts.body}</w:body>`),
    "word/_rels/document.xml.rels": relationships(related.join("")),
    ...files,
    ...parts.files,
  };
  return Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, string | Uint8Array] => entry[1] !== null),
  );
}

function override(name: string, type: string): string {
  const contentType = `application/vnd.openxmlformats-officedocument.wordprocessingml.${type}+xml`;
  return `<Override PartName="/word/${name}.xml" ContentType="${contentType}"/>`;
}

function contentTypes(overrides: readonly string[]): string {
  const defaults = [
    `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
    `<Default Extension="xml" ContentType="application/xml"/>`,
  ];
  const all = [...defaults, ...overrides].join("");
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${all}</Types>`;
}

/** A part with the usual namespaces. */
export function part(root: string, inner: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${root} ${NAMESPACES}>${inner}</w:${root}>`;
}

export function relationships(inner: string): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
}

/** A paragraph; a string without markup stands in one run. */
export function p(content: string, properties = ""): string {
  const inner = content === "" || content.includes("<") ? content : run(content);
  return `<w:p>${properties ? `<w:pPr>${properties}</w:pPr>` : ""}${inner}</w:p>`;
}

/** A run with this text. */
export function run(text: string, properties = ""): string {
  return `<w:r>${properties ? `<w:rPr>${properties}</w:rPr>` : ""}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A run with a soft break. */
export const softBreak = "<w:r><w:br/></w:r>";

/** A table of rows of cells; each cell's inner XML, or plain text for one paragraph. */
export function table(rows: readonly (readonly string[])[]): string {
  const cell = (content: string) =>
    `<w:tc>${content.startsWith("<w:p>") || content.startsWith("<w:tbl>") ? content : p(content)}</w:tc>`;
  return `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map(cell).join("")}</w:tr>`).join("")}</w:tbl>`;
}

/** A list's definition: `levels` are inner XML of w:lvl, from level 0. */
export function abstractNum(id: number, levels: readonly string[], extra = ""): string {
  const all = levels.map((inner, index) => `<w:lvl w:ilvl="${index}">${inner}</w:lvl>`).join("");
  return `<w:abstractNum w:abstractNumId="${id}">${extra}${all}</w:abstractNum>`;
}

/** The inner XML of a w:lvl. */
export function level(format: string, text: string, extra = ""): string {
  return `<w:start w:val="1"/><w:numFmt w:val="${format}"/>${extra}<w:lvlText w:val="${text}"/>`;
}

export function num(id: number, abstract: number, overrides = ""): string {
  return `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${overrides}</w:num>`;
}

/** Paragraph property: in this list, on this level. */
export function numbered(numId: number, ilvl = 0): string {
  return `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${numId}"/></w:numPr>`;
}

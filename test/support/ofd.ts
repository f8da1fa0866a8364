import { zipParts } from "./docx";

/** A line of a page, set from (x, y), lengths in millimetres; 三号 (5.64 mm) unless said. */
export interface SetLine {
  text: string;
  x: number;
  y: number;
  size?: number;
}

/** 三号字, as the body of an official document is set. */
export const BODY_SIZE = 5.64;
const LEFT = 28;
const PER_LINE = 28;
const PER_PAGE = 22;
const PITCH = 10.2;

/**
 * Sets paragraphs on pages as GB/T 9704 does: 28 characters a line, 22 lines a page, two characters of indent, the page
 * number at the foot. A paragraph that begins with ^ is centred, with > it stands at the right, with < it has no indent.
 */
export function setPages(paragraphs: readonly string[]): SetLine[][] {
  const lines: SetLine[] = [];
  const put = (text: string, indent: number) =>
    lines.push({ text, x: LEFT + indent * BODY_SIZE, y: 37 + (lines.length % PER_PAGE) * PITCH });
  for (const paragraph of paragraphs) {
    const text = paragraph.replace(/^[<>^]/, "");
    if (paragraph.startsWith("^")) put(text, (PER_LINE - widthOf(text)) / 2);
    else if (paragraph.startsWith(">")) put(text, PER_LINE - 4 - widthOf(text));
    else {
      const indent = paragraph.startsWith("<") ? 0 : 2;
      put(text.slice(0, PER_LINE - indent), indent);
      for (let at = PER_LINE - indent; at < text.length; at += PER_LINE)
        put(text.slice(at, at + PER_LINE), 0);
    }
  }
  const pages: SetLine[][] = [];
  for (let at = 0; at < lines.length; at += PER_PAGE) {
    const number = { text: `— ${pages.length + 1} —`, x: 150, y: 280, size: 4.9 };
    pages.push([...lines.slice(at, at + PER_PAGE), number]);
  }
  return pages;
}

/** In characters of full width. */
function widthOf(text: string): number {
  return [...text].reduce((width, character) => width + (character < "\u2000" ? 0.5 : 1), 0);
}

export interface OfdParts {
  /** Inner XML of each page's body layer. */
  pages: readonly string[];
  /** Further files of the package by name; null leaves a file out. */
  files?: Readonly<Record<string, string | null>>;
}

const NAMESPACE = `xmlns:ofd="http://www.ofdspec.org/2016"`;

/** An .ofd with these pages. */
export function ofd({ pages, files = {} }: OfdParts): Uint8Array {
  const list = pages.map(
    (_, index) => `<ofd:Page ID="${index + 10}" BaseLoc="Pages/Page_${index}/Content.xml"/>`,
  );
  const all: Record<string, string | null> = {
    "OFD.xml": `<?xml version="1.0" encoding="UTF-8"?><ofd:OFD ${NAMESPACE} DocType="OFD" Version="1.1"><ofd:DocBody><ofd:DocInfo/><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    "Doc_0/Document.xml": `<ofd:Document ${NAMESPACE}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>${list.join("")}</ofd:Pages></ofd:Document>`,
    ...Object.fromEntries(
      pages.map((inner, index) => [`Doc_0/Pages/Page_${index}/Content.xml`, ofdPage(inner)]),
    ),
    ...files,
  };
  return zipParts(
    Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null)),
  );
}

/** A Content.xml with one body layer. */
export function ofdPage(inner: string): string {
  return `<ofd:Page ${NAMESPACE}><ofd:Content><ofd:Layer ID="2">${inner}</ofd:Layer></ofd:Content></ofd:Page>`;
}

/** A TextObject that shows one line; its baseline is 0.85 of the size below its upper edge. */
export function ofdLine({ text, x, y, size = BODY_SIZE }: SetLine): string {
  const box = `${x} ${y} ${text.length * size} ${size}`;
  const deltas = [...text].slice(0, -1).map((character) => (character < "\u2000" ? size / 2 : size));
  return `<ofd:TextObject ID="9" Boundary="${box}" Font="3" Size="${size}"><ofd:TextCode X="0" Y="${size * 0.85}" DeltaX="${deltas.join(" ")}">${text}</ofd:TextCode></ofd:TextObject>`;
}

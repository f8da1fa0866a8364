import type { DocxPackage } from "../../readers/docx/package";
import { appendToRoot, escapeXml, wordNamespace } from "./markup";
import { Splices } from "./splices";
import type { XmlPart } from "./xmlPart";

/** 批注: one comment of the document, its paragraphs as lines. */
export interface Comment {
  id: number;
  author: string;
  lines: readonly string[];
}

export interface NewComment extends Comment {
  initials: string;
  /** xsd:dateTime: 2026-11-24T09:30:00Z */
  date: string;
}

/** The comments a document has. */
export function readComments(pack: DocxPackage, part: XmlPart): Comment[] {
  const comments: Comment[] = [];
  let lines: string[] = [];
  let line: string | null = null;
  let inText = false;
  pack.stream(part.name, part.xml, {
    open(name, attributes) {
      if (name === "w:comment") {
        lines = [];
        comments.push({ id: Number(attributes["w:id"]) || 0, author: attributes["w:author"] ?? "", lines });
      } else if (name === "w:p") line = "";
      else if (name === "w:t") inText = true;
    },
    text(text) {
      if (inText && line !== null) line += text;
    },
    close(name) {
      if (name === "w:t") inText = false;
      if (name !== "w:p" || line === null) return;
      lines.push(line);
      line = null;
    },
  });
  return comments;
}

/** The comments part with more comments in it; without one, a new part. */
export function addComments(
  part: XmlPart | null,
  comments: readonly NewComment[],
  documentXml: string,
): Uint8Array {
  if (!part) {
    const { uri } = wordNamespace(documentXml);
    const inner = comments.map((comment) => commentXml(comment, "")).join("");
    return new TextEncoder().encode(
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${uri}">${inner}</w:comments>`,
    );
  }
  const { declaration } = wordNamespace(part.xml);
  const splices = new Splices();
  appendToRoot(part.xml, splices, () => comments.map((comment) => commentXml(comment, declaration)).join(""));
  return part.encode(splices.apply(part.xml));
}

/** Direct formatting only: the document's body style (三号字、首行缩进) is not for the margin, and no style is added. */
const PARAGRAPH =
  '<w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>' +
  '<w:ind w:left="0" w:right="0" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="left"/></w:pPr>';
const RUN =
  '<w:rPr><w:rFonts w:hint="eastAsia" w:eastAsia="宋体"/><w:b w:val="0"/><w:sz w:val="21"/><w:szCs w:val="21"/></w:rPr>';
/** The mark by which Word shows where the comment belongs. */
const MARK = '<w:r><w:rPr><w:sz w:val="16"/></w:rPr><w:annotationRef/></w:r>';

function commentXml({ id, author, initials, date, lines }: NewComment, declaration: string): string {
  const paragraphs = lines.map(
    (line, index) =>
      `<w:p>${PARAGRAPH}${index === 0 ? MARK : ""}<w:r>${RUN}<w:t xml:space="preserve">${escapeXml(line)}</w:t></w:r></w:p>`,
  );
  const attributes = `w:id="${id}" w:author="${escapeXml(author)}" w:date="${date}" w:initials="${escapeXml(initials)}"`;
  return `<w:comment${declaration} ${attributes}>${paragraphs.join("")}</w:comment>`;
}

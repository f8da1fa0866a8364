import type { OfficialDocument } from "../../document/document";
import type { FormatEdit } from "../../engine/finding";
import { DocxPackage } from "../../readers/docx/package";
import { streamXml } from "../../readers/xml";
import type { RefusedEdit, Written } from "../written";
import { realSegments } from "./anchor";
import { type Element, tagStart } from "./elements";
import { type FixDocxOptions, revisionMarks } from "./fixDocx";
import { nextId } from "./ids";
import { escapeXml, wordNamespace } from "./markup";
import { PartMap } from "./partMap";
import { changeProperties, type PropertiesName, type PropertyChange } from "./properties";
import { Splices } from "./splices";
import { XmlPart } from "./xmlPart";
import { replaceEntries } from "./zip";

/** Formatting of one element of the XML, and what is to become of it. */
interface Target {
  name: PropertiesName;
  /** Where the properties stand, or are to stand. */
  from: number;
  to: number;
  changes: PropertyChange[];
}

/**
 * Changes the formatting of the body of a .docx, as tracked changes (修订) or at once; all that is not touched keeps its
 * bytes. Sections, paragraphs and text are changed one after the other, for they stand inside each other; none of it
 * changes what is counted, so that places stay true.
 *
 * @param document as `readDocx` gives it for these very bytes
 * @throws UnreadableDocumentError
 */
export function formatDocx(
  bytes: Uint8Array,
  document: OfficialDocument,
  formats: readonly FormatEdit[],
  options: FixDocxOptions,
): Written {
  const pack = new DocxPackage(bytes, document.path);
  const raw = pack.readBytes([pack.mainPart]).get(pack.mainPart) as Uint8Array;
  const part = new XmlPart(pack, pack.mainPart, raw);
  const refused: RefusedEdit[] = [];
  let { xml } = part;
  for (const find of [findSections, findParagraphs, findRuns]) {
    const targets = find(xml, document, formats, (edit, reason) => refused.push({ edit, reason }));
    if (targets.length > 0) xml = change(xml, targets, options);
  }
  if (refused.length > 0 || xml === part.xml) return { bytes, refused };
  return { bytes: replaceEntries(bytes, new Map([[part.name, part.encode(xml)]])), refused };
}

type Refuse = (edit: FormatEdit, reason: string) => void;

function change(xml: string, targets: readonly Target[], options: FixDocxOptions): string {
  const { declaration } = wordNamespace(xml);
  const mark = revisionMarks(options, nextId(new PartMap(xml, {}).ids));
  const splices = new Splices();
  for (const { name, from, to, changes } of targets) {
    const tracked = options.tracked ? mark() : null;
    splices.replace(from, to, changeProperties(xml.slice(from, to), name, changes, tracked, declaration));
  }
  return splices.apply(xml);
}

function findSections(
  xml: string,
  _: OfficialDocument,
  formats: readonly FormatEdit[],
  refuse: Refuse,
): Target[] {
  const edits = formats.filter((edit) => edit.target === "section");
  if (edits.length === 0) return [];
  const sections = sectionsOf(xml);
  const targets = new Map<number, Target>();
  for (const edit of edits) {
    const at = sections[edit.section];
    if (!at) {
      refuse(edit, "在文件中没有找到这一节的页面设置");
      continue;
    }
    const target = targets.get(edit.section) ?? { name: "sectPr", ...at, changes: [] };
    targets.set(edit.section, target);
    const { page, margins } = edit;
    if (page)
      target.changes.push({
        element: "pgSz",
        attributes: { w: twentieths(page.width), h: twentieths(page.height), code: null },
      });
    if (margins) {
      const { top, right, bottom, left } = margins;
      const sides = {
        top: twentieths(top),
        right: twentieths(right),
        bottom: twentieths(bottom),
        left: twentieths(left),
      };
      target.changes.push({ element: "pgMar", attributes: { ...sides, gutter: "0" } });
    }
  }
  return [...targets.values()];
}

/** All `w:sectPr` but those that a tracked change keeps, in the order of the document. */
function sectionsOf(xml: string): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  const path: string[] = [];
  const starts: number[] = [];
  streamXml(xml, {
    open(name, _, end) {
      if (name === "w:sectPr") starts.push(tagStart(xml, end));
      path.push(name);
    },
    close(name, end) {
      path.pop();
      if (name !== "w:sectPr") return;
      const from = starts.pop() as number;
      if (path[path.length - 1] !== "w:sectPrChange") found.push({ from, to: end });
    },
  });
  return found;
}

function findParagraphs(
  xml: string,
  document: OfficialDocument,
  formats: readonly FormatEdit[],
  refuse: Refuse,
): Target[] {
  const edits = formats.filter((edit) => edit.target === "paragraph");
  if (edits.length === 0) return [];
  const numberOf = ({ block }: (typeof edits)[number]) => {
    const origin = document.blocks[block]?.origin;
    return origin?.kind === "docx" ? origin.paragraph : -1;
  };
  const map = new PartMap(xml, { paragraphs: new Set(edits.map(numberOf)) });
  const targets = new Map<number, Target>();
  for (const edit of edits) {
    const element = map.paragraphs.get(numberOf(edit))?.element;
    if (!element || element.end === element.openEnd) {
      refuse(edit, "在文件中没有找到要修改的段落");
      continue;
    }
    const { firstLine } = edit;
    // The text may get another size in the same go.
    const size = formats.findLast((other) => isText(other, edit.block))?.size ?? edit.size;
    const attributes = {
      firstLineChars: String(Math.round(firstLine * 100)),
      firstLine: String(Math.round(firstLine * size * 20)),
      hanging: null,
      hangingChars: null,
    };
    targets.set(element.openEnd, {
      ...propertiesOf("pPr", element),
      changes: [{ element: "ind", attributes }],
    });
  }
  return [...targets.values()];
}

function isText(edit: FormatEdit, block: number): edit is FormatEdit & { target: "text" } {
  return edit.target === "text" && edit.size !== undefined && edit.place.block === block;
}

function findRuns(
  xml: string,
  document: OfficialDocument,
  formats: readonly FormatEdit[],
  refuse: Refuse,
): Target[] {
  const edits = formats.filter((edit) => edit.target === "text");
  if (edits.length === 0) return [];
  const nodesOf = ({ place }: (typeof edits)[number]) => {
    const origin = document.blocks[place.block]?.origin;
    const segments = origin?.kind === "docx" ? realSegments(origin.segments) : [];
    return segments
      .filter(({ start, end }) => start < place.end && end > place.start)
      .map(({ node }) => node);
  };
  const map = new PartMap(xml, { nodes: new Set(edits.flatMap(nodesOf)) });
  const targets = new Map<number, Target>();
  for (const edit of edits) {
    for (const number of nodesOf(edit)) {
      const holder = map.nodes.get(number)?.holder;
      if (!holder?.simple) {
        refuse(edit, "这里是公式或带拼音的文字，请手工修改");
        break;
      }
      const target = targets.get(holder.unit.openEnd) ?? { ...propertiesOf("rPr", holder.unit), changes: [] };
      targets.set(holder.unit.openEnd, target);
      if (edit.font !== undefined)
        target.changes.push({
          element: "rFonts",
          attributes: { eastAsia: escapeXml(edit.font), eastAsiaTheme: null },
        });
      if (edit.size !== undefined) {
        const attributes = { val: String(Math.round(edit.size * 2)) };
        target.changes.push({ element: "sz", attributes }, { element: "szCs", attributes });
      }
    }
  }
  return [...targets.values()];
}

function propertiesOf(name: PropertiesName, { openEnd, contentStart }: Element): Target {
  return { name, from: openEnd, to: contentStart, changes: [] };
}

/** Twentieths of a point in so many millimetres. */
function twentieths(millimetres: number): string {
  return String(Math.round((millimetres / 25.4) * 1440));
}

import type { OfficialDocument } from "../../document/document";
import type { Edit } from "../../engine/finding";
import { DocxPackage } from "../../readers/docx/package";
import { hasCharacterData } from "../../readers/docx/textNodes";
import type { RefusedEdit, Written } from "../written";
import { xsdDateTime } from "./annotateDocx";
import { closingTag, preserveBlanks, preservingTag, rawPosition } from "./cut";
import { type LocatedEdit, locateEdit, refusal } from "./editPieces";
import { elementStart } from "./elements";
import { nextId } from "./ids";
import { escapeXml, wordNamespace } from "./markup";
import { PartMap, type TextNode } from "./partMap";
import { Splices } from "./splices";
import { textXml } from "./textXml";
import { type RevisionMark, type RunEdit, trackRun } from "./trackRun";
import { XmlPart } from "./xmlPart";
import { replaceEntries } from "./zip";

export interface FixDocxOptions {
  /** 修订者, as Word shows it. */
  author: string;
  date: Date;
  /** As tracked changes (修订), which the office accepts or rejects; else the text itself is changed. */
  tracked: boolean;
}

/**
 * Makes edits in a .docx, in the formatting of the words they change; all that is not touched keeps its bytes. Edits on
 * text that Word generates (fields, automatic numbers) and the like are refused with the reason, and the rest is made.
 *
 * @param document as `readDocx` gives it for these very bytes, tracked changes read as accepted
 * @param edits that do not overlap
 * @throws UnreadableDocumentError
 */
export function fixDocx(
  bytes: Uint8Array,
  document: OfficialDocument,
  edits: readonly Edit[],
  options: FixDocxOptions,
): Written {
  const refused: RefusedEdit[] = [];
  const found: LocatedEdit[] = [];
  for (const edit of edits) {
    const located = locateEdit(document, edit);
    if (typeof located === "string") refused.push({ edit, reason: located });
    else if (located) found.push(located);
  }
  const byPart = groupBy(found, ({ part }) => part);
  if (byPart.size === 0) return { bytes, refused };
  const pack = new DocxPackage(bytes, document.path);
  const parts = [...pack.readBytes([...byPart.keys()])].map(([name, raw]) => {
    const part = new XmlPart(pack, name, raw);
    const located = byPart.get(name) ?? [];
    const nodes = new Set(located.flatMap(({ pieces }) => pieces.map(({ node }) => node)));
    return { part, located, map: new PartMap(part.xml, { nodes }) };
  });
  const mark = revisionMarks(options, nextId(parts.flatMap(({ map }) => map.ids)));
  const changed = new Map<string, Uint8Array>();
  for (const { part, located, map } of parts) {
    const runEdits: RunEdit[] = [];
    for (const { edit, pieces } of located) {
      const reason = pieces.map((piece) => refusal(piece, map)).find((why) => why !== null);
      if (reason) refused.push({ edit, reason });
      else
        for (const piece of pieces) runEdits.push({ ...piece, node: map.nodes.get(piece.node) as TextNode });
    }
    const splices = new Splices();
    if (options.tracked) trackEdits(part.xml, runEdits, mark, splices);
    else makeEdits(part.xml, runEdits, splices);
    if (!splices.isEmpty) changed.set(part.name, part.encode(splices.apply(part.xml)));
  }
  return { bytes: changed.size > 0 ? replaceEntries(bytes, changed) : bytes, refused };
}

/** Attributes of tracked changes, with ids that go up from `firstId`. */
export function revisionMarks({ author, date }: FixDocxOptions, firstId: number): RevisionMark {
  let id = firstId;
  return () => ` w:id="${id++}" w:author="${escapeXml(author)}" w:date="${xsdDateTime(date)}"`;
}

function trackEdits(xml: string, edits: readonly RunEdit[], mark: RevisionMark, splices: Splices): void {
  const { declaration } = wordNamespace(xml);
  const byRun = groupBy(edits, ({ node }) => node.holder.unit.openEnd);
  for (const inRun of byRun.values()) {
    const { unit } = (inRun[0] as RunEdit).node.holder;
    splices.replace(elementStart(xml, unit), unit.end, trackRun(xml, inRun, mark, declaration));
  }
}

function makeEdits(xml: string, edits: readonly RunEdit[], splices: Splices): void {
  const { declaration } = wordNamespace(xml);
  const touched = new Set<TextNode>();
  for (const { node, from, to, text } of edits) {
    if (!hasCharacterData(node.name)) {
      splices.replace(elementStart(xml, node), node.end, textXml(text, declaration));
      continue;
    }
    touched.add(node);
    // Tabs and line breaks stand between text nodes.
    const inside = escapeXml(text).replace(/[\t\n]/g, (character) => {
      return closingTag(xml, node) + textXml(character, declaration) + preservingTag(xml, node);
    });
    splices.replace(rawPosition(xml, node, from), rawPosition(xml, node, to), inside);
  }
  for (const node of touched) preserveBlanks(xml, node, splices);
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

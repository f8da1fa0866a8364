import type { Block } from "../../document/block";
import type { OfficialDocument } from "../../document/document";
import type { DocumentLayout } from "../../document/layout";
import { ListCounters } from "./labels";
import { readLayout } from "./layout/readLayout";
import { Numbering } from "./numbering";
import { DocxPackage, type Relationship } from "./package";
import type { UnnamedBlock } from "./paragraph";
import { type Revisions, type StoryContext, StoryReader } from "./story";
import { Styles } from "./styles";

export interface ReadDocxOptions {
  /** How tracked changes (修订) are read; the default is "accepted": what the document will say. */
  revisions?: Revisions;
}

/**
 * Reads a Word document (.docx, ISO/IEC 29500, transitional and strict; also .docm and templates) into blocks: the body
 * with its tables and text boxes, then footnotes and endnotes, then headers and footers.
 *
 * Shown is what stands on the page: automatic numbers are computed and put in front, fields give their result, tracked
 * changes are read as the options say; comments, hidden text and document properties are not text of the document.
 * Empty paragraphs give no block.
 *
 * @throws UnreadableDocumentError if the file is damaged, protected by a password, too large or no Word document.
 */
export function readDocx(bytes: Uint8Array, path: string, options: ReadDocxOptions = {}): OfficialDocument {
  const pack = new DocxPackage(bytes, path);
  const { mainPart } = pack;
  const related = pack.relationships(mainPart);
  // What was unpacked is kept until the layout has been read, and no longer.
  let parts: ReadonlyMap<string, string> = pack.read([
    mainPart,
    ...related.filter(isRead).map(({ target }) => target),
  ]);

  const styles = new Styles();
  for (const part of ofType(related, "styles")) streamIfPresent(part, () => styles.collect());
  const numbering = new Numbering(styles);
  for (const part of ofType(related, "numbering")) streamIfPresent(part, () => numbering.collect());

  const notes = new Set<string>();
  const context: StoryContext = { styles, revisions: options.revisions ?? "accepted", tables: 0, notes };
  const blocks: UnnamedBlock[] = [];
  const read = (part: string, role: ConstructorParameters<typeof StoryReader>[1]) => {
    const story = new StoryReader(part, role, context, new ListCounters(numbering));
    if (streamIfPresent(part, () => story)) for (const block of story.blocks()) blocks.push(block);
    else notes.add(`文档缺少 ${part}，这一部分没有读取`);
    return story;
  };

  const { sectionParts } = read(mainPart, "paragraph");
  for (const part of ofType(related, "footnotes")) read(part, "footnote");
  for (const part of ofType(related, "endnotes")) read(part, "footnote");
  // A file may keep headers that no section shows any more.
  const shown = related.filter(({ id }) => sectionParts.has(id));
  for (const part of ofType(shown, "header")) read(part, "header");
  for (const part of ofType(shown, "footer")) read(part, "footer");

  if (blocks.length === 0) notes.add("文档里没有读到文字（可能只有图片）");
  const named: Block[] = blocks.map((block, index) => ({ id: `p${index}`, ...block }));
  let layout: DocumentLayout | null | undefined;
  return {
    path,
    format: "docx",
    blocks: named,
    metadata: [],
    readerNotes: [...notes],
    layout() {
      if (layout === undefined) {
        layout = readLayout(pack, parts, named, numbering, context.revisions);
        parts = new Map();
      }
      return layout;
    },
  };

  function streamIfPresent(part: string, handlers: () => Parameters<DocxPackage["stream"]>[2]): boolean {
    const xml = parts.get(part);
    if (xml !== undefined) pack.stream(part, xml, handlers());
    return xml !== undefined;
  }
}

const READ = new Set(["styles", "numbering", "footnotes", "endnotes", "header", "footer"]);

function isRead({ type }: Relationship): boolean {
  return READ.has(type);
}

/** The parts of one type, each once: sections often share a header. */
function ofType(relationships: readonly Relationship[], type: string): ReadonlySet<string> {
  return new Set(
    relationships.filter((relationship) => relationship.type === type).map(({ target }) => target),
  );
}

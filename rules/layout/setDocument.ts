import type { Block } from "../../linter/document/block";
import type { OfficialDocument } from "../../linter/document/document";
import type { BlockLayout, DocumentLayout } from "../../linter/document/layout";
import type { Place } from "../../linter/document/place";
import type { RuleContext } from "../../linter/engine/rule";
import type { BlockFacts } from "../../linter/facts/blockFacts";
import type { DocumentFacts } from "../../linter/facts/documentFacts";

/** A block with what is known of it. */
export interface SetBlock {
  index: number;
  block: Block;
  layout: BlockLayout;
  /** It begins with 一、 or （一）, and so may be a heading however it ends. */
  heading: boolean;
}

/** 排版的公文: an official document whose file says how it is set. */
export interface SetDocument {
  layout: DocumentLayout;
  title: readonly SetBlock[];
  /** Paragraphs of running text in the document itself and the text it issues; annexes may be set as they need. */
  body: readonly SetBlock[];
  /** Elements in the letters of the running text: 主送机关、附件说明、署名、成文日期、附注. */
  elements: readonly SetBlock[];
  /** The blocks of the document itself and the text it issues, down to the signature. */
  stretches: readonly { start: number; end: number }[];
  /** The sections these stand in, each with its first block. */
  sections: readonly { index: number; first: number }[];
  at(block: number | undefined): SetBlock | null;
}

const known = new WeakMap<DocumentFacts, SetDocument | null>();

/** Null for what is no 公文 or bears no layout: there the standard asks nothing, or nothing can be known. */
export function setDocument({ document, facts }: RuleContext<object>): SetDocument | null {
  let found = known.get(facts);
  if (found === undefined) {
    found = facts.scope === "official" ? gather(document, facts) : null;
    known.set(facts, found);
  }
  return found;
}

function gather(document: OfficialDocument, facts: DocumentFacts): SetDocument | null {
  const layout = document.layout?.() ?? null;
  if (!layout) return null;
  const at = (index: number | undefined): SetBlock | null => {
    const block = index === undefined ? undefined : document.blocks[index];
    const set = index === undefined ? null : layout.blocks[index];
    // What stands in a table or a text box has edges of its own.
    const apart = block?.role === "table-cell" || block?.role === "text-box";
    if (!block || !set || index === undefined || apart) return null;
    const level = facts.blocks[index]?.shape.numbering?.level;
    return { index, block, layout: set, heading: level === 1 || level === 2 };
  };
  const title = titleBlocks(document, facts).flatMap((index) => at(index) ?? []);
  const body: SetBlock[] = [];
  const stretches: { start: number; end: number }[] = [];
  const sections = new Map<number, number>();
  for (const part of facts.parts) {
    if (part.role === "annex") continue;
    // What stands below the date is no running text any more: 附注、版记.
    const { signatory, date } = facts.elements;
    const signed = part.role === "main" && signatory?.place ? date?.place?.block : undefined;
    const end = signed !== undefined && signed > part.start ? signed : part.end;
    stretches.push({ start: part.start, end });
    for (let index = part.start; index < part.end; index++) {
      const set = at(index);
      if (!set) continue;
      if (!sections.has(set.layout.section)) sections.set(set.layout.section, index);
      const shape = facts.blocks[index]?.shape;
      if (
        index < end &&
        shape &&
        !title.some((line) => line.index === index) &&
        isRunningText(set, shape) &&
        !isElement(facts, index)
      )
        body.push(set);
    }
  }
  const elements = [...elementBlocks(facts)].flatMap((index) => at(index) ?? []);
  return {
    layout,
    title,
    body,
    elements,
    stretches,
    sections: [...sections].map(([index, first]) => ({ index, first })),
    at,
  };
}

/** 版记, which stands at the very end, behind whatever comes last. */
const IMPRINT = /^(?:抄送|抄报|主送|分送|报送|印发)/;

/** A sentence, and not one set by eye in the middle or on the right. */
function isRunningText({ block, layout }: SetBlock, shape: BlockFacts["shape"]): boolean {
  const { role, text } = block;
  if (role !== "paragraph" && role !== "list-item") return false;
  if (layout.align === "center" || layout.align === "right") return false;
  if (shape.addressee || shape.attachment || shape.note || shape.dateLine || shape.titleKind) return false;
  if (IMPRINT.test(text)) return false;
  return text.length >= 15 && /[。；：！？][”’）)》]*$/.test(text);
}

function elementBlocks({ elements }: DocumentFacts): Set<number> {
  const { addressees, signatory, date, note, attachments } = elements;
  const places = [addressees, ...attachments, signatory, date, note].map((element) => element?.place?.block);
  return new Set(places.filter((block) => block !== undefined));
}

function isElement({ elements }: DocumentFacts, block: number): boolean {
  const { title, docNumber, issuer, addressees, signatory, date, note, securityClass, urgency } = elements;
  return [title, docNumber, issuer, addressees, signatory, date, note, securityClass, urgency].some(
    (element) => element?.place?.block === block,
  );
}

/** The title's lines may be paragraphs of their own. */
function titleBlocks({ blocks }: OfficialDocument, { elements: { title } }: DocumentFacts): number[] {
  if (!title?.place) return [];
  const plain = (text: string) => text.replace(/\s/g, "");
  let rest = plain(title.value);
  const found: number[] = [];
  for (let index = title.place.block; rest !== ""; index++) {
    const text = plain(blocks[index]?.text ?? "");
    if (text === "" || !rest.startsWith(text)) break;
    found.push(index);
    rest = rest.slice(text.length);
  }
  return found;
}

export function placeOf({ index, block }: SetBlock): Place {
  return { block: index, start: 0, end: block.text.length };
}

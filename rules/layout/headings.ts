import type { Span } from "../../linter/document/place";
import type { RuleContext } from "../../linter/engine/rule";
import type { BlockFacts } from "../../linter/facts/blockFacts";
import { type SetBlock, type SetDocument, setDocument } from "./setDocument";

/** 小标题: words of a block that head what follows, its number with them. */
export interface Heading {
  /** 一、 → 1, （一） → 2 */
  level: 1 | 2;
  set: SetBlock;
  /** All of the block, or its first sentence where the text runs on. */
  span: Span;
}

/** A block of running text, as far as headings can be told by it. */
interface Line {
  text: string;
  numbering: BlockFacts["shape"]["numbering"];
}

const LONGEST = 40;
/** A sentence that runs on behind a heading says more than the heading. */
const SHORTEST_TEXT = 15;
/** Words of orders and conditions: a numbered paragraph of prose, or a member of a list. */
const PROSE =
  /请|应当|不得|须(?!知)|你[省市县区局委部院]|我[省市县区局委部院]|的，|自.{0,20}起(?:施行|执行|实施)|修改为|^(?:凡|如|若|经|据|根据|按照|依照|依据|为了?)/;

const known = new WeakMap<SetDocument, readonly Heading[]>();

/** The headings of a document and the texts it issues: only where all of one sequence are headings beyond doubt. */
export function headingsOf(context: RuleContext<object>): readonly Heading[] {
  const set = setDocument(context);
  if (!set) return [];
  let found = known.get(set);
  if (!found) {
    found = set.stretches.flatMap(({ start, end }) => {
      const lines = context.document.blocks.slice(start, end).map(({ text }, at) => ({
        text,
        numbering: context.facts.blocks[start + at]?.shape.numbering ?? null,
      }));
      return findHeadings(lines).flatMap(({ at, level, span }) => {
        const block = set.at(start + at);
        return block ? [{ level, set: block, span }] : [];
      });
    });
    known.set(set, found);
  }
  return found;
}

/** Exported for its test: what of these lines are headings. */
export function findHeadings(lines: readonly Line[]): { at: number; level: 1 | 2; span: Span }[] {
  // Below an article （一） numbers its items, which are no headings.
  const levels = lines.some(({ numbering }) => numbering?.level === "条")
    ? ([1] as const)
    : ([1, 2] as const);
  return levels.flatMap((level) =>
    sequences(lines, level).flatMap((sequence) => {
      const spans = sequence.map((at) => headingSpan(lines, at, level));
      if (spans.length < 2 || spans.includes(null)) return [];
      return sequence.map((at, index) => ({ at, level, span: spans[index] as Span }));
    }),
  );
}

/** Lines numbered one after the other from 1; （一） may count on under the next 一、. */
function sequences(lines: readonly Line[], level: 1 | 2): number[][] {
  const found: number[][] = [];
  let open: number[] | null = null;
  for (const [at, { numbering }] of lines.entries()) {
    if (numbering?.level !== level) continue;
    if (numbering.number === 1) {
      open = [at];
      found.push(open);
    } else if (open && numbering.number === open.length + 1) open.push(at);
    // Out of order: what this sequence is cannot be told.
    else if (open) {
      found.splice(found.indexOf(open), 1);
      open = null;
    }
  }
  return found;
}

/** Null for what may be no heading. */
function headingSpan(lines: readonly Line[], at: number, level: 1 | 2): Span | null {
  const { text, numbering } = lines[at] as Line;
  const from = numbering?.span.end ?? 0;
  const [whole = "", words = "", rest = ""] =
    /^\s*([^。；;：:！？?]{2,})(?:。(.*))?$/s.exec(text.slice(from)) ?? [];
  if (whole === "" || words.length > LONGEST || PROSE.test(words)) return null;
  if (rest.trim() === "") return headsWhatFollows(lines, at, level) ? { start: 0, end: text.length } : null;
  if (rest.length < Math.max(words.length, SHORTEST_TEXT)) return null;
  return { start: 0, end: text.length - rest.length };
}

/** Another line of the same rank right behind it: then it has said all it has to say, and is no heading. */
function headsWhatFollows(lines: readonly Line[], at: number, level: 1 | 2): boolean {
  const next = lines[at + 1];
  if (!next || next.text.trim() === "") return false;
  return (
    next.numbering === null || (typeof next.numbering.level === "number" && next.numbering.level > level)
  );
}

import type { Nodes, PhrasingContent } from "mdast";
import type { DocumentComment } from "../../document/document";
import type { LineGatherer } from "./gatherer";
import { gatherText, gatherWhole } from "./sourceText";

/** Where inline content is read from and goes to. */
export interface InlineReading {
  source: string;
  gatherer: LineGatherer;
  /** Takes comments addressed to the linter; their block is told later. */
  comments: Omit<DocumentComment, "block">[];
}

/** The offsets of a node; null for one that was put into the tree after parsing. */
export function extentOf(node: Nodes): { start: number; end: number } | null {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  return start === undefined || end === undefined ? null : { start, end };
}

/**
 * Gathers what a reader sees of inline content between two offsets: marks, images and note marks drop, their text
 * stays. @returns the offset behind the last node
 */
export function gatherInline(
  nodes: readonly PhrasingContent[],
  reading: InlineReading,
  from: number,
  to: number,
): number {
  let cursor = from;
  for (const node of nodes) {
    const extent = extentOf(node);
    const behind = gatherNode(node, reading, extent?.start ?? cursor, extent?.end ?? to, extent !== null);
    cursor = extent?.end ?? behind;
  }
  return cursor;
}

function gatherNode(
  node: PhrasingContent,
  reading: InlineReading,
  start: number,
  end: number,
  placed: boolean,
): number {
  const { source, gatherer } = reading;
  switch (node.type) {
    case "text":
      return gatherText(
        node.value,
        source,
        placed ? start : findStart(node.value, source, start, end),
        end,
        gatherer,
      );
    case "inlineCode":
      gatherCode(node.value, source, start, end, gatherer);
      return end;
    case "break":
      gatherer.endLine(true);
      return end;
    case "html":
      gatherTag(node.value, start, reading);
      return end;
    case "delete":
      return keepMarks(
        source[start] === "~" && source[start + 1] !== "~",
        "~",
        "~",
        node,
        reading,
        start,
        end,
      );
    case "link":
      return keepMarks(
        placed && source[start] === "[" && !isAddress(node.url),
        "[",
        null,
        node,
        reading,
        start,
        end,
      );
    default:
      return "children" in node ? gatherInline(node.children, reading, start, end) : start;
  }
}

/** Text split from its neighbours after parsing (an address found in it) begins behind marks at the most. */
function findStart(value: string, source: string, from: number, to: number): number {
  for (let at = from; at < Math.min(to, from + 8); at++) if (source[at] === value[0]) return at;
  return from;
}

/**
 * Marks that mean something else in Chinese text are text: 5~10天，3~5人 strikes nothing out, 〔2019〕 in half-width
 * brackets before a round bracket is no link. `closing` null: all up to the end of the node.
 */
function keepMarks(
  kept: boolean,
  opening: string,
  closing: string | null,
  node: { children: PhrasingContent[] },
  reading: InlineReading,
  start: number,
  end: number,
): number {
  if (kept) reading.gatherer.add(opening, start);
  const behind = gatherInline(node.children, reading, start, end);
  if (kept) {
    const from = closing === null ? behind : end - closing.length;
    gatherText(reading.source.slice(from, end), reading.source, from, end, reading.gatherer);
  }
  return behind;
}

/** A link leads to an address, a path or a file; (12) and (此件公开发布) are none. */
export function isAddress(url: string): boolean {
  return url === "" || /[./#:?@\\]/.test(url);
}

function gatherCode(value: string, source: string, start: number, end: number, gatherer: LineGatherer): void {
  const raw = source.slice(start, end);
  const at = raw.indexOf(value);
  if (at >= 0) gatherer.add(value, start + at);
  else gatherWhole(value, start, end, gatherer);
}

function gatherTag(raw: string, start: number, { gatherer, comments }: InlineReading): void {
  const comment = linterComment(raw);
  if (comment !== null) comments.push({ text: comment, source: start });
  else if (/^<br\b/i.test(raw)) gatherer.endLine(true);
}

/** What stands between the marks of a comment addressed to the linter. */
export function linterComment(raw: string): string | null {
  const text = /^<!--([\s\S]*?)(?:-->|$)/.exec(raw)?.[1]?.trim();
  return text?.startsWith("gongwen-lint-") ? text : null;
}

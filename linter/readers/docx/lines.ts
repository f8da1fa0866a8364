import type { RunSegment } from "../../document/block";

/** One line of thought: text with the nodes it stands in, without blanks at its ends. */
export interface Line {
  text: string;
  segments: RunSegment[];
}

export interface LineLayout {
  /** A centred paragraph or a heading: its lines are set by eye, and are one title. */
  centred: boolean;
  /** A table cell: its lines are narrow, and stay one block. */
  cell: boolean;
}

/** How much text before a break is looked at. */
const REACH = 200;
/** A line of body text shorter than this ended because its writer wanted it to: no page is so narrow. */
const FULL_LINE = 20;

/** A line that cannot be the rest of the one before: numbering, a tick box, a subtitle, a label, an indent by blanks. */
const BEGINS_ANEW =
  /^(?:[ \u3000\t]{2,}|[ \u3000\t]*(?:[一二三四五六七八九十百]+[、．.]|[（(][一二三四五六七八九十\d]+[）)]|\d{1,3}[、．]|\d{1,3}\.(?!\d)|[①-⑳☐☑☒□√✓]|第[一二三四五六七八九十百零〇\d]+[编章节条]|——|附件|附：|抄送|主送|印发|[（(][^（()）]*[）)][ \u3000]*$))/;
/** A line that is nothing but a date or a document number. */
const STANDS_ALONE =
  /^[ \u3000\t]*(?:[\d〇○零一二三四五六七八九十ＯO]{2,4}[ \u3000]?年[^，。]{1,8}月[^，。]{1,6}日?|[^，。《》]{1,20}[〔［[（(【]\d{4}[〕］\])）】][ \u3000]?第?\d+号)[ \u3000]*$/;
const ENDS = /[。；：！？…;:!?][”’"）)》]*$/;

/**
 * Reads the soft breaks ("\n") of a paragraph. Some only shape a title or a narrow cell: they vanish, so that no name
 * is cut in two (a blank stays between Latin words). Some stand between separate elements, as in text pasted from a
 * web page: each of these becomes a line of its own; in a table cell they stay, as "\n". A page break ("\f") always separates.
 */
export function splitLines(text: string, segments: readonly RunSegment[], layout: LineLayout): Line[] {
  const cut = cutter(segments);
  const lines: Line[] = [];
  let line: Line = { text: "", segments: [] };
  let start = 0;
  const take = (end: number, behind: string) => {
    const [from, to] = trim(text, start, end);
    if (to > from) {
      cut(from, to, line);
      line.text += text.slice(from, to);
    }
    start = end + 1;
    // The break itself stands for the blank or line end put in its place.
    if (behind !== "") {
      cut(end, end + 1, line);
      line.text += behind;
    }
  };
  let lineStart = 0;
  for (let at = nextBreak(text, 0); at >= 0; ) {
    const next = nextBreak(text, at + 1);
    const before = text.slice(Math.max(lineStart, at - REACH), at);
    const after = text.slice(at + 1, next < 0 ? text.length : next);
    if (text.charAt(at) === "\n" && continues(before, after, layout))
      take(at, needsBlank(before, after) ? " " : "");
    else if (layout.cell && before.trim() !== "" && after.trim() !== "") take(at, "\n");
    else {
      take(at, "");
      if (!layout.cell) {
        if (line.text !== "") lines.push(line);
        line = { text: "", segments: [] };
        lineStart = at + 1;
      }
    }
    at = next;
  }
  take(text.length, "");
  if (line.text !== "") lines.push(line);
  return lines;
}

function nextBreak(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x0a || code === 0x0c) return at;
  }
  return -1;
}

/** Whether the text goes on over a soft break. */
function continues(before: string, after: string, layout: LineLayout): boolean {
  if (before.trim() === "" || after.trim() === "") return false;
  if (isOpen(before, "《", "》") || isOpen(before, "（", "）")) return true;
  const line = before.slice(before.lastIndexOf("\n") + 1).trim();
  if (line === "") return false;
  if (BEGINS_ANEW.test(after) || STANDS_ALONE.test(after) || ENDS.test(line)) return false;
  if (layout.centred || layout.cell) return true;
  return line.length >= FULL_LINE || /[，、,]$/.test(line);
}

function isOpen(text: string, opening: string, closing: string): boolean {
  return text.lastIndexOf(opening) > text.lastIndexOf(closing);
}

function needsBlank(before: string, after: string): boolean {
  return /[A-Za-z0-9,.]\s*$/.test(before.slice(-8)) && /^\s*[A-Za-z0-9]/.test(after.slice(0, 8));
}

function trim(text: string, start: number, end: number): [number, number] {
  let from = start;
  let to = end;
  while (from < to && isBlank(text.charCodeAt(from))) from++;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
  return [from, to];
}

function isBlank(code: number): boolean {
  return (
    code === 0x20 || code === 0x3000 || code === 0x09 || code === 0xa0 || code === 0x0a || code === 0xfeff
  );
}

/** Copies the segments under a stretch of text behind those of a line. Stretches must come in order. */
function cutter(segments: readonly RunSegment[]): (from: number, to: number, line: Line) => void {
  let at = 0;
  return (from, to, line) => {
    const shift = line.text.length - from;
    for (; at < segments.length; at++) {
      const segment = segments[at] as RunSegment;
      if (segment.start >= to) return;
      const start = Math.max(segment.start, from);
      const end = Math.min(segment.end, to);
      if (end > start) {
        const offset = segment.offset + (start - segment.start);
        line.segments.push({ start: start + shift, end: end + shift, node: segment.node, offset });
      }
      if (segment.end > to) return;
    }
  };
}

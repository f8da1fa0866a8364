import type { Element, Nodes } from "hast";
import type { PageLine } from "./pageLines";

/** A document number alone on its line, which pages set between the title and the text. */
const NUMBER = /^[（(]?[\u4E00-\u9FFF]{1,20}[〔﹝［[【（(]\d{4}[〕﹞］\]】）)]第?\d{1,5}号[）)]?$/;
/** Lines at the start of a text among which its title is looked for. */
const OPENING = 8;

/**
 * The lines of a title that stands apart before the text, with the document number behind it; none if the text opens
 * with the title itself.
 */
export function headLines(
  title: Element,
  container: Nodes,
  pageLines: readonly PageLine[],
  body: readonly PageLine[],
): PageLine[] {
  const [titleStart, titleEnd] = rangeOf(title);
  const [textStart] = rangeOf(container);
  const head = pageLines.filter((one) => startOf(one) >= titleStart && startOf(one) < titleEnd);
  if (opensWith(body, plain(head))) return [];
  const numbers = pageLines.filter((one) => {
    return startOf(one) >= titleEnd && startOf(one) < textStart && NUMBER.test(plain([one]));
  });
  return [...head, ...numbers.filter((number) => !opensWith(body, plain([number])))];
}

/** Some of the first lines together read like this. */
function opensWith(body: readonly PageLine[], text: string): boolean {
  for (let first = 0; first < Math.min(OPENING, body.length); first++) {
    let joined = "";
    for (let next = first; next < body.length && joined.length < text.length; next++) {
      joined += plain(body.slice(next, next + 1));
    }
    if (joined === text) return true;
  }
  return false;
}

function plain(lines: readonly PageLine[]): string {
  return lines.map(({ line }) => line.text.replace(/\s+/g, "")).join("");
}

function startOf({ line }: PageLine): number {
  return line.segments[0]?.source ?? -1;
}

function rangeOf({ position }: Nodes): [start: number, end: number] {
  const start = position?.start.offset ?? 0;
  return [start, position?.end.offset ?? start];
}

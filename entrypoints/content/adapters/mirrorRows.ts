import type { Stretch } from "../typing/stretch";
import { textChange } from "../typing/textChange";

/** How many rows a group begins with: of thousands of lines neither the groups nor the rows of one are many. */
const GROUP = 32;

/** Nothing in a group changes how another is laid out, and the browser is told so: it then looks at one group a keystroke. */
const GROUP_STYLE = "contain:layout style paint";

/** The lines of a text field's copy: one `div` a line, in groups. */
export class MirrorRows {
  private rows: HTMLElement[] = [];

  constructor(private readonly box: HTMLElement) {}

  get count(): number {
    return this.rows.length;
  }

  textOf(line: number): Text | null {
    return (this.rows[line]?.firstChild ?? null) as Text | null;
  }

  set(lines: readonly string[], { head, oldEnd, newEnd }: Stretch): void {
    const { rows } = this;
    const kept = Math.min(oldEnd, newEnd);
    for (let line = head; line < kept; line++) setText(rows[line]?.firstChild as Text, shown(lines[line]));
    for (const row of rows.slice(kept, oldEnd)) {
      const group = row.parentElement;
      row.remove();
      if (!group?.firstChild) group?.remove();
    }
    const added = lines.slice(kept, newEnd).map((text) => {
      const row = this.box.ownerDocument.createElement("div");
      row.append(shown(text));
      return row;
    });
    this.insert(added, rows[kept - 1]);
    if (oldEnd !== newEnd) this.rows = rows.slice(0, kept).concat(added, rows.slice(oldEnd));
  }

  /** The first and the last line that reach into this part of the window; the last is before the first where none does. */
  between(top: number, bottom: number): { first: number; last: number } {
    const first = this.firstWhere((row) => row.bottom >= top);
    return { first, last: this.firstWhere((row) => row.top > bottom) - 1 };
  }

  /** Few rows go into the group of the row before them, many into groups of their own. */
  private insert(added: readonly HTMLElement[], before: HTMLElement | undefined): void {
    const group = before?.parentElement;
    if (before && group && group.childElementCount + added.length <= GROUP * 2) {
      before.after(...added);
      return;
    }
    // What stood behind the new rows stands behind their groups.
    const rest: HTMLElement[] = [];
    for (let row = before?.nextElementSibling; row; row = row.nextElementSibling)
      rest.push(row as HTMLElement);
    const moved = [...added, ...rest];
    const groups: HTMLElement[] = [];
    for (let from = 0; from < moved.length; from += GROUP) {
      const one = this.box.ownerDocument.createElement("div");
      one.style.cssText = GROUP_STYLE;
      one.append(...moved.slice(from, from + GROUP));
      groups.push(one);
    }
    if (group) group.after(...groups);
    else this.box.prepend(...groups);
  }

  /** Rows stand one below the other: a few are asked where they stand. */
  private firstWhere(isFound: (box: DOMRect) => boolean): number {
    let low = 0;
    let high = this.rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const row = this.rows[middle];
      if (row && !isFound(row.getBoundingClientRect())) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** A line without text still takes its height. */
function shown(text: string | undefined): string {
  return text || "\u200b";
}

/** What stays of a line needs not be shaped again. */
function setText(node: Text, text: string): void {
  const change = textChange(node.data, text);
  if (change)
    node.replaceData(change.start, change.oldEnd - change.start, text.slice(change.start, change.newEnd));
}

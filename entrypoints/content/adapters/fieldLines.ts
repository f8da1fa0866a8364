import { type Stretch, splice } from "../typing/stretch";

/**
 * The lines of a text field. After a keystroke in a long text only the lines around the caret are cut anew; that the rest is
 * the same is asked of the browser's own comparison, which is as fast as memory.
 */
export class FieldLines {
  texts: readonly string[] = [];
  /** Where each line starts in the value. */
  starts: readonly number[] = [];
  private value: string | null = null;

  /** Null when nothing changed. `caret` is where the last edit is expected to end. */
  update(value: string, caret: number | null): Stretch | null {
    if (value === this.value) return null;
    const old = this.value;
    const before = this.texts.length;
    let change = old === null || caret === null ? null : this.aroundCaret(old, value, caret);
    if (!change) {
      this.texts = value.split("\n");
      change = { head: 0, oldEnd: before, newEnd: this.texts.length };
    }
    this.value = value;
    this.starts = this.startsBehind(change.head);
    return change;
  }

  private aroundCaret(old: string, value: string, caret: number): Stretch | null {
    const grown = value.length - old.length;
    const head = this.lineAt(Math.max(0, Math.min(caret, caret - grown)));
    const from = this.starts[head] ?? 0;
    const newline = value.indexOf("\n", caret);
    const to = newline < 0 ? value.length : newline;
    const oldTo = to - grown;
    if (oldTo < from || to < from) return null;
    if (old.slice(0, from) !== value.slice(0, from) || old.slice(oldTo) !== value.slice(to)) return null;
    const last = this.lineAt(oldTo);
    // A line cut out of the value would keep the whole of it in memory, and each edited line another one.
    const lines = value
      .slice(from, to)
      .split("\n")
      .map((line) => ` ${line}`.slice(1));
    const change = { head, oldEnd: last + 1, newEnd: head + lines.length };
    this.texts = splice(this.texts, change, lines);
    return change;
  }

  private startsBehind(head: number): number[] {
    const { texts } = this;
    const starts = this.starts.slice(0, head);
    let offset = head > 0 ? (starts[head - 1] ?? 0) + (texts[head - 1] ?? "").length + 1 : 0;
    for (let line = head; line < texts.length; line++) {
      starts.push(offset);
      offset += (texts[line] ?? "").length + 1;
    }
    return starts;
  }

  private lineAt(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

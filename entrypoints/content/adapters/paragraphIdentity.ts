import type { Paragraph } from "../../shared/messages";
import { changedStretch, type Stretch, splice } from "../typing/stretch";

/** A paragraph as just read, before it is known whether it was there before. */
export type FreshParagraph = Omit<Paragraph, "id" | "version">;

/**
 * Gives paragraphs their ids and versions: what stands unchanged at the beginning and the end keeps both; between, equal
 * text is found again first, then the rest is paired in order, so that typing in a paragraph keeps its id.
 * Unchanged paragraphs are the same objects as before.
 */
export class ParagraphIdentity {
  private known: readonly Paragraph[] = [];
  private count = 0;

  /** Paragraphs in order, `fresh[i]` becoming `result[i]`. */
  update(fresh: readonly FreshParagraph[]): readonly Paragraph[] {
    return this.replace({ head: 0, oldEnd: this.known.length, newEnd: fresh.length }, fresh);
  }

  /** The same where only this stretch was read anew: `fresh` are its paragraphs alone. */
  replace({ head, oldEnd }: Stretch, fresh: readonly FreshParagraph[]): readonly Paragraph[] {
    const old = this.known.slice(head, oldEnd);
    const within = changedStretch<FreshParagraph>(old, fresh, isSame);
    if (!within) return this.known;
    const between = this.pair(old.slice(within.head, within.oldEnd), fresh.slice(within.head, within.newEnd));
    const stretch = {
      head: head + within.head,
      oldEnd: head + within.oldEnd,
      newEnd: head + within.newEnd,
    };
    this.known = splice(this.known, stretch, between);
    return this.known;
  }

  private pair(old: readonly Paragraph[], fresh: readonly FreshParagraph[]): Paragraph[] {
    const byText = new Map<string, Paragraph[]>();
    for (const paragraph of old) {
      const same = byText.get(paragraph.text);
      if (same) same.push(paragraph);
      else byText.set(paragraph.text, [paragraph]);
    }
    const found = fresh.map((one) => byText.get(one.text)?.shift());
    const taken = new Set(found);
    const rest = old.filter((paragraph) => !taken.has(paragraph));
    return fresh.map((one, index) => {
      const before = found[index] ?? rest.shift();
      if (!before) return { ...one, id: `p${++this.count}`, version: 1 };
      if (isSame(before, one)) return before;
      return { ...one, id: before.id, version: before.version + 1 };
    });
  }
}

function isSame(a: FreshParagraph, b: FreshParagraph): boolean {
  return a.text === b.text && a.role === b.role && a.level === b.level;
}

import { formatNumber } from "../numberFormats";
import type { Numbering, NumberingInstance, NumberingLevel } from "./numbering";
import type { ResolvedStyle } from "./styles";
import { isTickBox, symbolText } from "./symbols";

/** Ends of a label behind which the text follows directly: 一、 （一） 1. 1． 例： */
const CLOSED = /[、．.。)）〕］\]：:，,]$/;

/** The counters of all lists in one story (text flow) of a document; asked once for each numbered paragraph, in order. */
export class ListCounters {
  private readonly counts = new Map<string, (number | undefined)[]>();
  private readonly overridden = new Set<string>();

  constructor(private readonly numbering: Numbering) {}

  /**
   * Counts one paragraph and gives its label, with what parts it from the text: nothing behind a label that closes
   * itself, however wide the tab is that Word puts there; else one blank, unless the list says nothing.
   * Bullets are ornament and left out, except tick boxes.
   */
  next(numId: string, level: number | undefined, style: ResolvedStyle): string {
    const instance = this.numbering.instance(numId);
    if (!instance) return "";
    const at = level ?? levelOfStyle(instance, style);
    const definition = instance.levels[at];
    if (!definition) return "";
    const label = this.text(instance, definition, this.count(numId, instance, definition, at), at);
    if (label === "" || definition.hidden) return "";
    return definition.suffix === "nothing" || CLOSED.test(label) ? label : `${label.trimEnd()} `;
  }

  private count(
    numId: string,
    instance: NumberingInstance,
    definition: NumberingLevel,
    level: number,
  ): readonly (number | undefined)[] {
    let counts = this.counts.get(instance.counters);
    if (!counts) {
      counts = [];
      this.counts.set(instance.counters, counts);
    }
    // A start of its own makes the list begin again, where it is first used on that level.
    const use = `${numId} ${level}`;
    if (instance.startOverrides[level] !== undefined && !this.overridden.has(use)) {
      this.overridden.add(use);
      counts[level] = undefined;
    }
    const before = counts[level];
    counts[level] = before === undefined ? startOf(instance, level, definition) : before + 1;
    for (let below = level + 1; below < counts.length; below++) {
      const restart = instance.levels[below]?.restart;
      if (restart === undefined || level < restart) counts[below] = undefined;
    }
    return counts;
  }

  private text(
    instance: NumberingInstance,
    definition: NumberingLevel,
    counts: readonly (number | undefined)[],
    level: number,
  ): string {
    if (definition.format === "bullet") {
      const bullet = symbolText(definition.font, definition.text.codePointAt(0) ?? 0);
      return isTickBox(bullet) ? bullet : "";
    }
    return definition.text.replace(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      const shown = instance.levels[index];
      if (index > level || !shown) return "";
      // A level that was skipped shows its start.
      const value = counts[index] ?? startOf(instance, index, shown);
      const format = definition.legal && shown.format !== "none" ? "decimal" : shown.format;
      return formatNumber(value, format).padStart(shown.digits, "0");
    });
  }
}

function startOf(instance: NumberingInstance, level: number, definition: NumberingLevel): number {
  return instance.startOverrides[level] ?? definition.start;
}

/** A style that brings its numbering along: the level that names it, the level it names, or those it is based on. */
function levelOfStyle(instance: NumberingInstance, { chain, level }: ResolvedStyle): number {
  const levelFor = (style: string | undefined) =>
    instance.levels.findIndex((definition) => definition?.style !== undefined && definition.style === style);
  const own = levelFor(chain[0]);
  if (own >= 0) return own;
  return level ?? chain.map(levelFor).find((found) => found >= 0) ?? 0;
}

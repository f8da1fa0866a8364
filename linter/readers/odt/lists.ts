import { formatNumber } from "../numberFormats";
import type { OdtStyles } from "./styles";

/** Names of number formats (style:num-format) as OOXML calls them. The long ones are LibreOffice's. */
const FORMATS = new Map([
  ["1", "decimal"],
  ["a", "lowerLetter"],
  ["A", "upperLetter"],
  ["i", "lowerRoman"],
  ["I", "upperRoman"],
  ["一, 二, 三, ...", "chineseCountingThousand"],
  ["壹, 贰, 叁, ...", "chineseLegalSimplified"],
  ["壹, 貳, 參, ...", "ideographLegalTraditional"],
  ["①, ②, ③, ...", "decimalEnclosedCircle"],
  ["１, ２, ３, ...", "decimalFullWidth"],
  ["甲, 乙, 丙, ...", "ideographTraditional"],
  ["子, 丑, 寅, ...", "ideographZodiac"],
]);

/** Ends of a label behind which the text follows directly. */
const CLOSED = /[、．.。)）〕］\]：:，,]$/;

/** The counters of all lists of a document. */
export class ListCounters {
  private readonly counts = new Map<string, number[]>();

  constructor(private readonly styles: OdtStyles) {}

  /** A list begins anew, unless it goes on with the one before of its style. */
  restart(list: string): void {
    this.counts.delete(list);
  }

  /** Counts an item and gives its label: 一、 （二） 1. 2.3; empty for bullets. `start` overrides the count. */
  next(list: string, level: number, start?: number): string {
    const definition = this.styles.level(list, level);
    let counts = this.counts.get(list);
    if (!counts) {
      counts = [];
      this.counts.set(list, counts);
    }
    const before = counts[level];
    counts[level] = start ?? (before === undefined ? (definition?.start ?? 1) : before + 1);
    counts.length = level + 1;
    if (!definition || definition.format === "") return "";
    const numbers: string[] = [];
    for (let shown = Math.max(0, level - definition.shows + 1); shown <= level; shown++) {
      const format = this.styles.level(list, shown)?.format ?? "1";
      const value = counts[shown] ?? this.styles.level(list, shown)?.start ?? 1;
      if (format !== "") numbers.push(formatNumber(value, FORMATS.get(format) ?? "decimal"));
    }
    const label = `${definition.prefix}${numbers.join(".")}${definition.suffix}`;
    return CLOSED.test(label) ? label : `${label.trimEnd()} `;
  }
}

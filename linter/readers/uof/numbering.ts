import { formatNumber } from "../numberFormats";

/** Names of number formats in UOF as OOXML calls them. */
const FORMATS = new Map([
  ["decimal", "decimal"],
  ["lower-letter", "lowerLetter"],
  ["upper-letter", "upperLetter"],
  ["lower-roman", "lowerRoman"],
  ["upper-roman", "upperRoman"],
  ["chinese-counting", "chineseCountingThousand"],
  ["chinese-legal-simplified", "chineseLegalSimplified"],
  ["decimal-enclosed-circle", "decimalEnclosedCircle"],
  ["decimal-full-width", "decimalFullWidth"],
  ["ideograph-traditional", "ideographTraditional"],
  ["ideograph-zodiac", "ideographZodiac"],
]);

interface Level {
  format: string;
  /** 编号格式表示: “（%2）”, where %2 stands for the number of the second level. */
  pattern: string;
  start: number;
}

/** 自动编号: the numberings a file defines, and how far each has counted. */
export class UofNumbering {
  private readonly levels = new Map<string, Level[]>();
  private readonly counts = new Map<string, number[]>();

  define(numbering: string, level: number, definition: Level): void {
    const levels = this.levels.get(numbering) ?? [];
    levels[level] = definition;
    this.levels.set(numbering, levels);
  }

  /** Counts a paragraph and gives its label; empty for bullets and numberings nobody defined. */
  next(numbering: string, level: number, restart: boolean): string {
    const levels = this.levels.get(numbering) ?? [];
    const counts = this.counts.get(numbering) ?? [];
    this.counts.set(numbering, counts);
    const start = levels[level]?.start ?? 1;
    counts[level] = restart || counts[level] === undefined ? start : counts[level] + 1;
    counts.length = level + 1;
    const pattern = levels[level]?.pattern ?? "";
    return pattern.replace(/%(\d)/g, (_, digit: string) => {
      const shown = Number(digit) - 1;
      const format = FORMATS.get(levels[shown]?.format ?? "decimal") ?? "decimal";
      return formatNumber(counts[shown] ?? levels[shown]?.start ?? 1, format);
    });
  }
}

import type { Element } from "hast";
import { formatNumber } from "../numberFormats";
import { attributeOf, styleOf } from "./pageElements";

/** Counts the items of one numbered list. */
export interface ListNumbers {
  /** The number as the page shows it before the item, the blank behind it included; empty if it shows none. */
  next(item: Element): string;
}

const BY_TYPE: Readonly<Record<string, string>> = {
  a: "lowerLetter",
  A: "upperLetter",
  i: "lowerRoman",
  I: "upperRoman",
};

const BY_STYLE: Readonly<Record<string, string>> = {
  none: "none",
  decimal: "decimal",
  "lower-alpha": "lowerLetter",
  "lower-latin": "lowerLetter",
  "upper-alpha": "upperLetter",
  "upper-latin": "upperLetter",
  "lower-roman": "lowerRoman",
  "upper-roman": "upperRoman",
  "cjk-ideographic": "chineseCountingThousand",
  "simp-chinese-informal": "chineseCountingThousand",
  "cjk-decimal": "ideographDigital",
};

/** Null for a list with bullets: they say nothing. */
export function numbersOf(list: Element): ListNumbers | null {
  if (list.tagName !== "ol") return null;
  const style = styleOfList(list) ?? BY_TYPE[attributeOf(list, "type")] ?? "decimal";
  const start = Number.parseInt(attributeOf(list, "start"), 10);
  let value = Number.isNaN(start) ? 0 : start - 1;
  return {
    next: (item) => {
      const own = Number.parseInt(attributeOf(item, "value"), 10);
      value = Number.isNaN(own) ? value + 1 : own;
      const format = styleOfList(item) ?? style;
      const number = formatNumber(value, format);
      if (number === "") return "";
      return /^chinese|^ideograph/.test(format) ? `${number}、` : `${number}. `;
    },
  };
}

/** The format that the style names; undefined when it names none that is known here. */
function styleOfList(element: Element): string | undefined {
  const named = /(?:^|[;\s])list-style(?:-type)?\s*:\s*([^;]+)/i.exec(styleOf(element))?.[1];
  for (const word of named?.toLowerCase().split(/\s+/) ?? []) {
    if (BY_STYLE[word] !== undefined) return BY_STYLE[word];
  }
  return undefined;
}

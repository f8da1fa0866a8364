import type { LawLexicon } from "../../linter/facts/laws";
import { STATE_NAME } from "./compact";
import type { Shelf } from "./shelf";

/** Names of regulations by length: 信访条例 and longer; whether a mention stands by itself is judged by the words around. */
const LONG = 4;
/** Other names of laws by length: 土地承包法, but not 监督法 or 代表法, which are words of their own. */
const TELLING = 4;

interface Names {
  /** Lengths of the names that end in these two characters, longest first. */
  lengths: Map<string, number[]>;
  names: Set<string>;
}

/** 行文中不加书名号的法律名称: 刑法、公司法、民法典, and regulations ending in 条例. */
export function createLexicon(shelf: Shelf): LawLexicon {
  let known: Names | null = null;
  return {
    nameEndingAt(text, end) {
      const last = text[end - 1];
      if (last !== "法" && last !== "典" && last !== "例" && last !== "则") return -1;
      known ??= collectNames(shelf);
      const { lengths, names } = known;
      const candidates = lengths.get(text.slice(end - 2, end));
      if (!candidates) return -1;
      for (const length of candidates) {
        const start = end - length;
        if (start < 0 || !names.has(text.slice(start, end))) continue;
        return text.endsWith(STATE_NAME, start) ? start - STATE_NAME.length : start;
      }
      return -1;
    },
  };
}

function collectNames(shelf: Shelf): Names {
  const names = new Set<string>();
  for (const level of ["宪法", "法律"] as const) {
    for (const row of shelf.rows(level)) {
      const title = bare(shelf.title(row));
      if (/[法典]$/.test(title) || (title.length >= LONG && /(?:条例|规则)$/.test(title))) names.add(title);
      for (const short of shelf.short(row))
        if (short.length >= TELLING && short.endsWith("法")) names.add(short);
    }
  }
  for (const row of shelf.rows("行政法规")) {
    const title = bare(shelf.title(row));
    if (title.length >= LONG && title.endsWith("条例")) names.add(title);
  }
  const lengths = new Map<string, number[]>();
  for (const name of names) {
    const tail = name.slice(-2);
    const held = lengths.get(tail) ?? [];
    if (!held.includes(name.length)) held.push(name.length);
    lengths.set(tail, held);
  }
  for (const held of lengths.values()) held.sort((a, b) => b - a);
  return { names, lengths };
}

function bare(title: string): string {
  return title.startsWith(STATE_NAME) ? title.slice(STATE_NAME.length) : title;
}

import type { DocumentPart } from "../documentFacts";
import { wordBefore } from "./characters";
import { readMarks } from "./marks";
import { readTitle, titleKey } from "./title";

const ISSUING = ["印发", "公布", "发布", "颁布", "下发"];

/** What a document and its parts are called, as look-up keys. */
export interface OwnTitles {
  /** All of them, the issued text's name inside 关于印发《…》的通知 too. */
  all: ReadonlySet<string>;
  /** What 本办法 (`kind` 办法) in this block means; null when no title of the part is of that kind. */
  meaning(block: number, kind: string): string | null;
  /** Does this block belong to a part that repeals what it lists: 关于废止…的决定, 失效文件目录? */
  listsRepealed(block: number): boolean;
}

/** Reads the titles of the parts. Linear in parts and blocks. */
export function readOwnTitles(parts: readonly DocumentPart[], blockCount: number): OwnTitles {
  const names = parts.map((part) => namesOf(part.title));
  const repealing = parts.map((part) => /(?:废止|失效)/.test(part.title ?? ""));
  const partOf = new Int32Array(blockCount).fill(-1);
  parts.forEach((part, index) => {
    partOf.fill(index, Math.max(0, part.start), Math.min(blockCount, part.end));
  });
  return {
    all: new Set(names.flat()),
    meaning(block, kind) {
      const own = names[partOf[block] ?? -1] ?? [];
      // In the notice that issues a text 本办法 can only mean the text issued.
      const candidates = [...own, ...names.flat()];
      return candidates.find((name) => name.replace(/（[^（）]*）$/, "").endsWith(kind)) ?? null;
    },
    listsRepealed: (block) => repealing[partOf[block] ?? -1] ?? false,
  };
}

/** The title itself, and every name in marks that a notice issues. */
function namesOf(title: string | null): string[] {
  if (title === null || title === "") return [];
  const names = [readTitle(title, 0, title.length).key];
  for (let open = title.indexOf("《"); open >= 0; open = title.indexOf("《", open + 1)) {
    const marks = readMarks(title, open);
    // Of 关于转发《关于印发〈…〉的通知》的通知 nothing is its own.
    if (marks && wordBefore(title, open, ISSUING) !== "")
      names.push(readTitle(title, marks.innerStart, marks.innerEnd).key);
  }
  const plain = /(?:印发|公布|发布|颁布|下发)([^《》]{4,80}?)的(?:通知|公告|决定|函)$/.exec(titleKey(title));
  if (plain) names.push(plain[1] as string);
  return names;
}

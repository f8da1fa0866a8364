import { recogniseNumbers } from "../../facts/documentNumbers";
import type { Segmenter } from "../../words/segmenter";
import { coreTitle, dirname, type FileCard, SHORTEST_TITLE, type Sureness, squeeze } from "../grouping";
import { fileStem } from "../roles";
import { KeyWords } from "./keyWords";

/** The document that a companion goes with, how surely, and why, in Chinese. */
export interface CompanionMatch {
  document: string;
  sure: Sureness;
  because: string;
}

interface Mention {
  card: FileCard;
  at: number;
  length: number;
  by: string;
}

/**
 * 对应: finds for a companion that lies in no package its document, anywhere in the repository: the number or whole title
 * in its name or title is certain, the only one in its opening too; where it opens with several, or shares key words
 * alone, it is probable. A companion whose title names another document stays without.
 */
export class CompanionMatcher {
  readonly #byNumber = new Map<string, FileCard[]>();
  /** By the first characters of the title. */
  readonly #byTitle = new Map<string, { title: string; card: FileCard }[]>();
  #keyWords: KeyWords | null = null;

  constructor(
    readonly documents: readonly FileCard[],
    /** Asked for when key words have to decide, which is seldom. */
    readonly segmenter: () => Segmenter,
  ) {
    for (const card of documents) {
      const [number] = recogniseNumbers(card.docNumber ?? "");
      if (number) push(this.#byNumber, number.standard, card);
      const title = coreTitle(card.title ?? fileStem(card.path));
      if (title.length >= SHORTEST_TITLE)
        push(this.#byTitle, title.slice(0, SHORTEST_TITLE), { title, card });
    }
  }

  match(companion: FileCard): CompanionMatch | null {
    const name = `${fileStem(companion.path)}\n${companion.title ?? ""}`;
    const [named] = nearest(this.#mentions(name), companion);
    if (named)
      return { document: named.card.path, sure: "certain", because: `名称写明了该文件的${named.by}` };
    const subject = /《(.{4,})》/.exec(squeezeBlanks(name))?.[1] ?? null;
    const mentions = subject === null ? nearest(this.#mentions(companion.opening), companion) : [];
    const [first] = mentions;
    if (first) {
      const only = mentions.every(({ card }) => card === first.card || isCopy(card, first.card));
      const because = only
        ? `开头写明了该文件的${first.by}`
        : `开头提到几份文件，最先写的是该文件的${first.by}`;
      return { document: first.card.path, sure: only ? "certain" : "probable", because };
    }
    this.#keyWords ??= new KeyWords(this.documents, this.segmenter());
    const found = this.#keyWords.match(companion, subject);
    if (!found) return null;
    return {
      document: found.card.path,
      sure: "probable",
      because: `共同的关键词：${found.words.join("、")}`,
    };
  }

  /** All documents a text names. */
  #mentions(text: string): Mention[] {
    const flat = squeeze(text);
    const found: Mention[] = [];
    for (const { standard, start, end } of recogniseNumbers(flat))
      for (const card of this.#byNumber.get(standard) ?? [])
        found.push({ card, at: start, length: end - start, by: "文号" });
    for (let at = 0; at + SHORTEST_TITLE <= flat.length; at++)
      for (const { title, card } of this.#byTitle.get(flat.slice(at, at + SHORTEST_TITLE)) ?? [])
        if (flat.startsWith(title, at)) found.push({ card, at, length: title.length, by: "标题" });
    return found;
  }
}

/** In the order of the text, of two at one place the longer; of copies of one document that in the folder nearest. */
function nearest(mentions: readonly Mention[], companion: FileCard): Mention[] {
  const folder = dirname(companion.path);
  const distance = ({ card }: Mention) => {
    const own = dirname(card.path);
    return own === folder ? 0 : own === dirname(folder) || dirname(own) === dirname(folder) ? 1 : 2;
  };
  return [...mentions].sort((a, b) => a.at - b.at || b.length - a.length || distance(a) - distance(b));
}

/** Two files of one document: 印发稿 and 扫描件. */
function isCopy(a: FileCard, b: FileCard): boolean {
  return a.title !== null && b.title !== null && squeeze(a.title) === squeeze(b.title);
}

function squeezeBlanks(text: string): string {
  return text.replace(/[^\S\n]/g, "");
}

function push<Value>(index: Map<string, Value[]>, key: string, value: Value): void {
  const list = index.get(key);
  if (list) list.push(value);
  else index.set(key, [value]);
}

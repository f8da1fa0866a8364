import type { OfficialDocument } from "../linter/document/document";
import type { DocumentFacts } from "../linter/facts/documentFacts";

/** Words that many titles share: what is left tells documents apart. */
const COMMON =
  /关于|印发|转发|发布|公布|修订|修改|进一步|加强|做好|管理|暂行|试行|实施|办法|规定|细则|规则|方案|意见|通知|通告|公告|决定|工作|若干|措施|规划|计划|政策|文件|解读|材料|图解|一图读懂|一图看懂|问答|答记者问|合法性|法制|审核|审查|意见书|起草|说明|情况|有关|的/g;
const REGION = /^[\p{Script=Han}]{2,12}?(?:自治区|省|市|县|区|州|旗|镇|乡)(?:人民政府)?(?:办公[厅室])?/u;
const STATUS =
  /[（(](?:试行|暂行|草案|送审稿|征求意见稿|审议稿|修订|修正|修订稿|代拟稿|\d{4}年[^）)]{0,6})[）)]/g;

/** The titles a document goes by: its own, those of the texts it issues, the metadata's; the inner title of an issuing notice. */
export function titlesOf(facts: DocumentFacts): string[] {
  const titles = [facts.elements.title?.value, facts.metadata.title];
  for (const part of facts.parts) if (part.role !== "annex") titles.push(part.title ?? undefined);
  const known = titles.filter((title): title is string => Boolean(title?.trim()));
  return [
    ...new Set(known.flatMap((title) => [issuedTitle(title), title]).filter((title) => title !== null)),
  ];
}

/** X of “……关于印发《X》的通知”, marks or not. */
function issuedTitle(title: string): string | null {
  const plain = title.replace(/\s/g, "");
  return (
    /关于(?:印发|发布|公布|转发|颁布|出台)(?:《(.+)》|(.+?))的(?:通知|公告|通告|命令|决定|函)/
      .exec(plain)
      ?.slice(1)
      .find(Boolean) ?? null
  );
}

/** The words of a title that are its own, without region, status, year and what all titles say. */
function ownWords(title: string): string {
  const plain = title
    .normalize("NFKC")
    .replace(/\s/g, "")
    .replace(STATUS, "")
    .replace(/\d{4}(?:-\d{4})?年?度?/g, "");
  const own = plain
    .replace(REGION, "")
    .replace(COMMON, "")
    .replace(/[^\p{Script=Han}A-Za-z]/gu, "");
  return own.length >= 2 ? own : plain.replace(/[^\p{Script=Han}A-Za-z]/gu, "");
}

/** How much of the shorter title stands in the other, 0–1, counted in pairs of characters of their own words. */
export function likeness(a: string, b: string): number {
  const [first, second] = [pairs(ownWords(a)), pairs(ownWords(b))];
  const [small, large] = first.size <= second.size ? [first, second] : [second, first];
  if (small.size === 0) return 0;
  let common = 0;
  for (const pair of small) if (large.has(pair)) common += 1;
  return common / small.size;
}

function pairs(text: string): Set<string> {
  const found = new Set<string>();
  for (let i = 0; i + 2 <= text.length; i++) found.add(text.slice(i, i + 2));
  return found;
}

/** Two titles are taken for one document's from here on; 农村供水 and 农村厕所 share a third. */
const SAME = 0.6;

/** All names in book-title marks, and the number, by which a text could name a document. */
export function namesDocument(text: string, titles: readonly string[], docNumber: string | null): boolean {
  const flat = text.replace(/\s/g, "");
  if (docNumber && flat.includes(docNumber.replace(/\s/g, ""))) return true;
  const marked = new Set(Array.from(flat.matchAll(/《([^《》]{4,80})》/g), (match) => match[1] as string));
  return titles.some(
    (title) =>
      (title.length >= 6 && flat.includes(title.replace(/[\s《》]/g, ""))) ||
      [...marked].some((name) => likeness(title, name) >= SAME),
  );
}

/** The name of the document that an interpretation, opinion or note is about, by its title: 《X》政策解读, 关于X的合法性审核意见. */
export function subjectOf(title: string): string | null {
  const plain = title.replace(/\s/g, "");
  return /《(.+)》/.exec(plain)?.[1] ?? null;
}

export function isSameTitle(a: string, titles: readonly string[]): boolean {
  return titles.some((title) => likeness(title, a) >= SAME);
}

/** Many titles to be asked which of them mean one's document: as `isSameTitle`, without comparing with each. */
export class TitleIndex {
  readonly #titles: readonly string[];
  /** How many pairs each title has. */
  readonly #sizes: number[] = [];
  /** The titles in which a pair stands. */
  readonly #byPair = new Map<string, number[]>();

  constructor(titles: Iterable<string>) {
    this.#titles = [...new Set(titles)];
    for (const title of this.#titles) {
      const own = pairs(ownWords(title));
      for (const pair of own) {
        const there = this.#byPair.get(pair);
        if (there) there.push(this.#sizes.length);
        else this.#byPair.set(pair, [this.#sizes.length]);
      }
      this.#sizes.push(own.size);
    }
  }

  sameAs(title: string): string[] {
    const own = pairs(ownWords(title));
    const common = new Map<number, number>();
    for (const pair of own)
      for (const index of this.#byPair.get(pair) ?? []) common.set(index, (common.get(index) ?? 0) + 1);
    return [...common]
      .filter(([index, count]) => count / Math.min(own.size, this.#sizes[index] as number) >= SAME)
      .map(([index]) => this.#titles[index] as string);
  }
}

/** Text of a whole document, one block a line. */
export function textOf(document: OfficialDocument): string {
  return document.blocks.map(({ text }) => text).join("\n");
}

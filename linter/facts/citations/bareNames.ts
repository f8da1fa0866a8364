import type { DocumentNumber } from "../blockFacts";
import type { LawLexicon } from "../laws";
import { readArticles } from "./articles";
import { isOneOf, skipBlanks, wordAt } from "./characters";
import { type LeftContext, leftContext } from "./leftContext";
import { readNotes } from "./notes";
import { beforeConnector, behindConnector, plainMention, type Reading } from "./reading";
import { titleKey } from "./title";

/** How surely a name ends at a place: by an article, by words that only follow a law, by any sign or 的, not at all. */
type RightContext = "article" | "law" | "open" | "none";

interface Candidate {
  reading: Reading;
  left: LeftContext;
  right: RightContext;
}

/** What no law's name has in front of its last character: 依法, 方法, 办法, 执法 … ends most looks at once. */
const ORDINARY = "依方办执合违非无守做";
/** 民法典, 民法通则 */
const LAW_TAILS = ["典", "通则", "总则"];
const BEHIND_LAW = (
  "规定 的规定 的有关规定 的相关规定 有关规定 相关规定 关于 等法律 等有关法律 等相关法律 等规定 的要求 " +
  "的条文 的条款 施行 同时废止 修正案 所称 及有关 及相关 和有关法律 和相关法律 、行政法规 自 第"
).split(" ");
const OPEN_WORDS = "的和及与或等中对在是已将也之";
const OPEN_SIGNS = "、，。；：）)】”’」』！？,;:";
/** 外商投资法|实施条例 is another act. */
const LONGER_TITLE = ["实施条例", "实施细则", "实施办法", "施行条例", "施行细则"];

/**
 * Finds laws named without marks: 刑法第一百九十六条, 根据安全生产法和消防法的规定. A name counts when the lexicon knows
 * it and both sides say that it stands there as a word of its own; of a list the first member's left and the best
 * right side speak for all.
 */
export function findBareNames(
  text: string,
  lexicon: LawLexicon,
  numbers: readonly DocumentNumber[],
  marked: readonly Reading[],
): Reading[] {
  const accepted: Reading[] = [];
  let list: Candidate[] = [];
  const markedEnds = new Set(marked.map((reading) => reading.mention.end));
  const markedStarts = new Set(marked.map((reading) => reading.from));
  const close = () => {
    if (list.length > 0 && isSure(list)) accepted.push(...list.map((candidate) => candidate.reading));
    list = [];
  };
  for (const end of nameEnds(text, marked)) {
    const candidate = readCandidate(text, end, lexicon, numbers);
    if (candidate === null) continue;
    const { start } = candidate.reading.mention;
    const previous = list[list.length - 1]?.reading.mention.end ?? -1;
    if (start < previous) continue;
    const joint = candidate.left === "connector" ? beforeConnector(text, start) : -1;
    if (joint !== previous || joint < 0) {
      close();
      if (markedEnds.has(joint)) candidate.left = "verb";
    }
    if (candidate.left === "none") continue;
    const next = behindConnector(text, candidate.reading.mention.end);
    if (candidate.right === "open" && markedStarts.has(next)) candidate.right = "law";
    list.push(candidate);
  }
  close();
  return accepted;
}

function isSure(list: readonly Candidate[]): boolean {
  const left = list[0]?.left;
  if (list.some((candidate) => candidate.right === "article")) return true;
  if (left === "verb") return true;
  return left !== undefined && list.some((candidate) => candidate.right === "law");
}

function readCandidate(
  text: string,
  end: number,
  lexicon: LawLexicon,
  numbers: readonly DocumentNumber[],
): Candidate | null {
  if (rightContext(text, end) === "none" && !isOneOf("（(", text, skipBlanks(text, end))) return null;
  const start = lexicon.nameEndingAt(text, end);
  if (start < 0) return null;
  const mention = plainMention("bare", titleKey(text.slice(start, end)), { start, end });
  const reading: Reading = { mention, from: start, published: false, noted: null };
  const notes = readNotes(text, end, numbers);
  const articles = readArticles(text, notes.end);
  mention.versionNote = notes.version;
  mention.draft = notes.draft;
  mention.number = notes.number;
  mention.stated = notes.stated;
  if (notes.abbreviation)
    mention.abbreviation = { name: notes.abbreviation.name, span: notes.abbreviation.span };
  mention.articles = articles?.references ?? [];
  mention.end = articles?.end ?? notes.end;
  reading.noted = notes.noted;
  const right = articles ? "article" : notes.end > end ? "law" : rightContext(text, end);
  return right === "none" ? null : { reading, left: leftContext(text, start), right };
}

function rightContext(text: string, end: number): RightContext {
  const at = skipBlanks(text, end);
  if (at === text.length) return "open";
  if (wordAt(text, at, LONGER_TITLE) !== "") return "none";
  if (wordAt(text, at, BEHIND_LAW) !== "") return "law";
  return isOneOf(OPEN_WORDS, text, at) || isOneOf(OPEN_SIGNS, text, at) ? "open" : "none";
}

/** Offsets where a law's name could end, in order, outside the marked citations. */
function* nameEnds(text: string, marked: readonly Reading[]): Generator<number> {
  let law = nextLaw(text, 0);
  let regulation = text.indexOf("条例");
  let index = 0;
  while (law >= 0 || regulation >= 0) {
    const isLaw = law >= 0 && (regulation < 0 || law < regulation);
    const at = isLaw ? law : regulation;
    const end = at + (isLaw ? 1 + wordAt(text, at + 1, LAW_TAILS).length : 2);
    if (isLaw) law = nextLaw(text, end);
    else regulation = text.indexOf("条例", end);
    while (index < marked.length && (marked[index] as Reading).mention.end <= at) index++;
    if ((marked[index]?.mention.start ?? Number.POSITIVE_INFINITY) > at) yield end;
  }
}

function nextLaw(text: string, from: number): number {
  let at = text.indexOf("法", from);
  while (at >= 0 && (at === 0 || ORDINARY.includes(text[at - 1] as string))) at = text.indexOf("法", at + 1);
  return at;
}

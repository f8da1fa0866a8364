import type { Edit } from "./editScript";

/** Tells whether two characters stand side by side in some known title. */
export type SeenTogether = (pair: string) => boolean;

/** 题名之差: a given title key, the known one nearest to it, and the edits between them. */
export interface Difference {
  given: string;
  known: string;
  edits: readonly Edit[];
  /** The given title says 中华人民共和国. */
  isNational: boolean;
}

/** What kind of act a title says it is. */
const KIND =
  /(?:条例|办法|规定|细则|规则|规程|规范|准则|标准|法典|法|决定|决议|意见|通知|通告|公告|通报|批复|复函|函|解释|方案|规划|计划|纲要|指南|指引|目录|名录|清单|措施|预案|制度|章程|守则|解答|安排|答复)$/;
/** Kinds that the data hold whole, but for places: what is none of them is a wrong name. */
const KNOWN_WHOLE = /^(?:条例|法)$/;
/** Approvals are written by the hundred, alike but for a name. */
const SERIAL = /^(?:批复|复函|函|答复)$/;
/** Words that make another act of a title: the provisional, the implementing, the amending one. */
const WEIGHTY = /暂行|试行|实施|补充|修正|修改|废止|军队|武警/g;
const FUNCTION_WORDS = /^[和与及或的之暨并]+$/;
/** Never a slip: numbers and signs, which tell namesakes apart, and what names another place or organ. */
const TELLING = /[\d()\-a-zA-Z%+一二三四五六七八九十百千〇两第省市县区州盟旗总等税]/;

/** Lengths of title keys from which a difference of this sort no longer makes another act. */
const LENGTHS = { law: 5, slip: 7, knownWord: 9, twoSlips: 12, oneCharacter: 18 };

/**
 * Whether a difference comes from misspelling, rather than making another act. Slips leave pairs of characters that no
 * title has (条列, 全声产); another act is made of real words. Not one in a thousand real titles, taken out of the data,
 * may pass for its neighbour: a test counts them.
 */
export function isMisspelling(difference: Difference, seenTogether: SeenTogether): boolean {
  const { given, known, edits } = difference;
  const kind = kindOf(known);
  const givenKind = kindOf(given);
  if (givenKind !== "" && givenKind !== kind) return false;
  if (edits.some(({ given: wrong, known: right, at }) => at === 0 || TELLING.test(wrong + right)))
    return false;
  if (edits.every(({ given: wrong, known: right }) => FUNCTION_WORDS.test(wrong + right))) return true;
  if (kind === "法" && isWrongLawName(difference)) return true;
  if (kind.length > 1 && givenKind === "" && hasWrongKind(difference)) return true;

  const length = Math.min(given.length, known.length);
  const least = kind === "法" ? LENGTHS.law : LENGTHS.slip;
  if (length < least || SERIAL.test(kind) || weighty(given) !== weighty(known)) return false;
  if (isSwap(edits)) return true;
  const isWhole = KNOWN_WHOLE.test(kind);
  // Of acts that are not known whole, a title with a word more or less is another act.
  if (isWord(edits)) return isWhole && length >= LENGTHS.knownWord && isSlip(given, edits, seenTogether);
  if (edits.length === 1) {
    const oneMoreOrLess = given.length !== known.length;
    return (
      (oneMoreOrLess && length >= (isWhole ? LENGTHS.slip : LENGTHS.oneCharacter)) ||
      isSlip(given, edits, seenTogether)
    );
  }
  const eachIsSlip = edits.every((edit) => isSlip(given, [edit], seenTogether));
  return length >= LENGTHS.twoSlips && !areAdjacent(edits) && eachIsSlip;
}

/** 中华人民共和国治安处罚法, 招投标法: national laws are known one and all. */
function isWrongLawName({ given, known, edits, isNational }: Difference): boolean {
  if (known.length < LENGTHS.law) return false;
  if (edits.length === 1) return isNational || given.length !== known.length;
  const lacksWord = given.length > LENGTHS.law && given.length < known.length;
  return isSwap(edits) || (isWord(edits) && (isNational || lacksWord));
}

/** 外汇管理条列: no title ends like that. A kind left out is none: 《行政处罚》 is a chapter. */
function hasWrongKind({ given, known, edits }: Difference): boolean {
  const [only] = edits;
  if (edits.length !== 1 || !only || known.length < LENGTHS.law) return false;
  return only.given !== "" && only.known !== "" && only.at >= given.length - kindOf(known).length;
}

function kindOf(key: string): string {
  return KIND.exec(key)?.[0] ?? "";
}

function weighty(key: string): string {
  return (key.match(WEIGHTY) ?? []).join();
}

/** 政府息信公开: two neighbours changed places. */
function isSwap(edits: readonly Edit[]): boolean {
  const [first, second] = edits;
  return areAdjacent(edits) && first?.given === second?.known && first?.known === second?.given;
}

/** Two characters side by side that are both too much, or both missing. */
function isWord(edits: readonly Edit[]): boolean {
  return (
    areAdjacent(edits) &&
    (edits.every(({ given }) => given === "") || edits.every(({ known }) => known === ""))
  );
}

function areAdjacent([first, second]: readonly Edit[]): boolean {
  return first !== undefined && second !== undefined && second.at === first.at + first.given.length;
}

/** What is wrong or too much stands between neighbours of no title; where something is missing, its neighbours do. */
function isSlip(given: string, edits: readonly Edit[], seenTogether: SeenTogether): boolean {
  const start = (edits[0] as Edit).at;
  const last = edits.at(-1) as Edit;
  const end = last.at + last.given.length;
  const isDoubled = last.known === "" && (given[start - 1] === last.given || given[end] === last.given);
  if (edits.length === 1 && isDoubled) return true;
  const before = given.slice(start - 1, start + 1);
  const after = given.slice(end - 1, end + 1);
  return !seenTogether(before) && (after.length < 2 || !seenTogether(after));
}

import type { CitationMention, DocumentNumber } from "../blockFacts";
import { recogniseNumbers } from "../documentNumbers";
import type { LawLexicon } from "../laws";
import { findBareNames } from "./bareNames";
import { findMarkedTitles } from "./markedTitles";
import { findPlainNumbers } from "./plainNumbers";
import { findPronouns } from "./pronouns";
import { judgePurposes } from "./purpose";
import type { Reading } from "./reading";

/**
 * Finds the citations (引用) of one block: titles in marks, laws named without marks, document numbers that stand for
 * a document, and 本办法 or 该条例 in front of an article. Pure over the text; mentions come in its order and do not
 * overlap. `numbers` are the block's document numbers, for callers that have read them already.
 */
export function recogniseCitations(
  text: string,
  lexicon: LawLexicon,
  numbers: readonly DocumentNumber[] = recogniseNumbers(text),
): CitationMention[] {
  const marked = text.includes("《") ? findMarkedTitles(text, numbers) : [];
  const bare = findBareNames(text, lexicon, numbers, marked);
  const pronouns = findPronouns(text, marked);
  const plain = numbers.length > 0 ? findPlainNumbers(text, numbers, [...marked, ...bare]) : [];
  if (marked.length + bare.length + pronouns.length + plain.length === 0) return [];
  const readings = inOrder([...marked, ...bare, ...pronouns, ...plain]);
  judgePurposes(text, readings);
  return readings.map((reading) => reading.mention);
}

/** By place; of two that overlap the one that begins first stays, of two that begin together the longer. */
function inOrder(readings: Reading[]): Reading[] {
  readings.sort((a, b) => a.mention.start - b.mention.start || b.mention.end - a.mention.end);
  let end = 0;
  return readings.filter(({ mention }) => {
    if (mention.start < end) return false;
    end = mention.end;
    return true;
  });
}

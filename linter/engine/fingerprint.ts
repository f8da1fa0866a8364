import fnv1a from "@sindresorhus/fnv1a";
import type { Finding } from "./finding";

/** What a fingerprint is made of. */
export type Fingerprinted = Pick<Finding, "ruleId" | "quote" | "sentence">;

/**
 * The fingerprints (指纹) of one file's findings, in their order: rule, sentence and how often the same was met before
 * in the file. They outlive edits elsewhere in the document, and reflowing, which a line number would not; a finding
 * that was mended while another came up elsewhere has another fingerprint. 16 hexadecimal digits.
 */
export function fingerprints(findings: readonly Fingerprinted[]): string[] {
  const met = new Map<string, number>();
  return findings.map(({ ruleId, quote, sentence }) => {
    const words = normalise(sentence.text);
    // Words that stand in metadata or in a companion are not part of the sentence the finding sits on; a title that goes on
    // in the next line is.
    const apart = normalise(quote);
    const isHere = words.includes(apart) || (words !== "" && apart.startsWith(words));
    const key = [ruleId, words, isHere ? "" : apart].join("\u0000");
    const occurrence = (met.get(key) ?? 0) + 1;
    met.set(key, occurrence);
    return hash(`${key}\u0000${occurrence}`);
  });
}

/** FNV-1a, 64 bits: short lines, the same in every browser and synchronous; nothing here needs to resist forgery. */
export function hash(text: string): string {
  return fnv1a(text, { size: 64 }).toString(16).padStart(16, "0");
}

/** Full and half width and white space do not make another sentence. */
function normalise(text: string): string {
  return text.normalize("NFKC").replace(/\s+/g, "");
}

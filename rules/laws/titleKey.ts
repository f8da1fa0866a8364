/** Signs that say nothing about which title is meant: blanks, quotation and book-title marks, commas, dots. */
const SILENT = /[\s　“”„‟‘’'"＂＇「」『』《》〈〉<>＜＞«»、,，·・•．.]/;
const OPENING = /[[【〔﹝{]/;
const CLOSING = /[\]】〕﹞}]/;
const DASH = /[—–―‐‑－─\-~～]/;
const ZERO = /[○◯〇零]/;
const STATE_NAME = "中华人民共和国";

/** What each sign that is no plain Han character becomes; filled as signs are met. */
const folded = new Map<string, string>();

/**
 * The key (归一题名) under which a title is looked up: two spellings that differ only in blanks, width, quotation
 * marks, bracket shapes, dashes, the sign 、 or the words 中华人民共和国 have the same key.
 */
export function titleKey(title: string): string {
  const plain = foldSigns(title);
  if (!plain.includes(STATE_NAME)) return plain;
  return plain.replaceAll(STATE_NAME, "") || plain;
}

/** One pass without a regex: it runs over ten thousand titles when the first one is looked up. */
function foldSigns(title: string): string {
  let key = "";
  let from = 0;
  for (let index = 0; index < title.length; index++) {
    const unit = title.charCodeAt(index);
    if (unit >= 0x4e00 && unit <= 0x9fff && unit !== 0x96f6) continue;
    const sign = fold(title[index] as string);
    key += title.slice(from, index);
    if (sign !== "-" || !key.endsWith("-")) key += sign;
    from = index + 1;
  }
  return from === 0 ? title : key + title.slice(from);
}

function fold(sign: string): string {
  const held = folded.get(sign);
  if (held !== undefined) return held;
  const plain = sign.normalize("NFKC");
  const key =
    SILENT.test(sign) || SILENT.test(plain)
      ? ""
      : OPENING.test(plain)
        ? "("
        : CLOSING.test(plain)
          ? ")"
          : DASH.test(plain)
            ? "-"
            : ZERO.test(plain)
              ? "〇"
              : plain;
  folded.set(sign, key);
  return key;
}

/** 修正、修订的年份 behind a title: （2014年修正）（2021年修订本）; not 年版/年本, which belong to official titles. */
const VERSION_NOTE =
  /[（(]\s*\d{4}\s*年?\s*(?:第[一二三四五六七八九十]+次)?(?:修正|修订|修改)(?:本|版|案)?\s*[）)]$/;

/** The title without a version note at its end, or null when it has none. */
export function withoutVersionNote(title: string): string | null {
  const bare = title.replace(VERSION_NOTE, "");
  return bare === title ? null : bare;
}

/** Issuers that stand before a title as often inside the marks as outside: 国务院《关于…的决定》. Longest first. */
const ISSUERS = [
  "中共中央办公厅国务院办公厅",
  "国务院办公厅中央军委办公厅",
  "中共中央国务院",
  "国务院中央军委",
  "中共中央办公厅",
  "国务院办公厅",
  "最高人民法院最高人民检察院",
  "最高人民法院",
  "最高人民检察院",
  "全国人民代表大会常务委员会",
  "全国人民代表大会",
  "中共中央",
  "国务院",
];

/** Splits a title key into the issuer that leads it ("" if none) and the rest. The rest must open as a title does. */
export function splitIssuer(key: string): { issuer: string; rest: string } {
  if (/^[中国最全]/.test(key)) {
    for (const issuer of ISSUERS) {
      if (key.startsWith(issuer) && /^(?:关于|印发|转发|批转|批准)/.test(key.slice(issuer.length))) {
        return { issuer, rest: key.slice(issuer.length) };
      }
    }
  }
  return { issuer: "", rest: key };
}

/**
 * Numbers (数字) as official documents write them: 一百二十, 二〇〇四, 38, ３８. Zeros come in many shapes, because
 * no input method of the day had 〇: ○ ◯ О (Cyrillic) O o Ｏ 零 ０.
 */

/** Digit value of each character that may stand in a number written digit by digit. */
const DIGITS = new Map<string, number>();
for (const [value, shapes] of [
  [0, "〇零○◯ОоOoＯｏ0０"],
  [1, "一壹1１"],
  [2, "二两贰2２"],
  [3, "三叁3３"],
  [4, "四肆4４"],
  [5, "五伍5５"],
  [6, "六陆6６"],
  [7, "七柒7７"],
  [8, "八捌8８"],
  [9, "九玖9９"],
] as const) {
  for (const shape of shapes) DIGITS.set(shape, value);
}

const UNITS = new Map([
  ["十", 10],
  ["拾", 10],
  ["百", 100],
  ["佰", 100],
  ["千", 1000],
  ["仟", 1000],
]);

/**
 * The value of a whole number in Chinese characters, 0–99 999 999, written with units (三百零二, 十五, 一万二千)
 * or digit by digit (二〇〇四; also mixed, 二O11). Null for anything else: 十百, 三二百, 一百十, the empty text.
 */
export function parseChineseNumber(text: string): number | null {
  const at = text.indexOf("万");
  if (at < 0) return digitByDigit(text) ?? belowTenThousand(text, false);
  const high = belowTenThousand(text.slice(0, at), false);
  if (high === null || high === 0) return null;
  const rest = text.slice(at + 1);
  if (rest === "") return high * 10_000;
  const low = belowTenThousand(rest, true);
  return low === null || low === 0 ? null : high * 10_000 + low;
}

/** The value of a whole number in ASCII or full-width digits, or in Chinese characters; null for anything else. */
export function parseNumber(text: string): number | null {
  return digitByDigit(text) ?? parseChineseNumber(text);
}

/** True for a character that can stand in a number in Chinese characters: 〇, 一 … 九, 十, 百, 千, 万. */
export function isChineseNumeral(character: string): boolean {
  return "一二三四五六七八九十百千万〇零○两".includes(character) && character !== "";
}

function digitByDigit(text: string): number | null {
  // Eight digits are a date without signs, the longest thing ever written this way.
  if (text.length === 0 || text.length > 8) return null;
  let value = 0;
  for (const character of text) {
    const digit = DIGITS.get(character);
    if (digit === undefined) return null;
    value = value * 10 + digit;
  }
  return value;
}

/** With units. `follows`: 万 stands before, so that 零 may open (一万零五) and 十 must have its 一. */
function belowTenThousand(text: string, follows: boolean): number | null {
  let value = 0;
  let digit: number | null = null;
  let lastUnit = 10_000;
  let zero = false;
  for (const character of text) {
    const unit = UNITS.get(character);
    if (unit === undefined) {
      const next = DIGITS.get(character);
      if (next === undefined || digit !== null) return null;
      if (next === 0) {
        if (zero || (value === 0 && !follows)) return null;
        zero = true;
      } else digit = next;
      continue;
    }
    if (unit >= lastUnit) return null;
    // 十五 may leave out its 一, 一百十五 is read so too; 百五 may not.
    if (digit === null && (unit !== 10 || zero)) return null;
    value += (digit ?? 1) * unit;
    lastUnit = unit;
    digit = null;
    zero = false;
  }
  if (digit === null) return zero ? null : value || null;
  // 一百五 is spoken for 150 and written by nobody: only 一百零五 and 二十五 have a last digit.
  if (lastUnit > 10 && lastUnit < 10_000 && !zero) return null;
  return value + digit;
}

/**
 * The number formats of automatic lists (ST_NumberFormat, ISO/IEC 29500-1, 17.18.59) that Chinese documents use.
 * A format not listed here is shown in Arabic digits, as Word does with what it does not know.
 */
const FORMATS: ReadonlyMap<string, (value: number) => string> = new Map([
  ["decimal", String],
  ["decimalHalfWidth", String],
  ["decimalZero", (value: number) => String(value).padStart(2, "0")],
  ["decimalFullWidth", fullWidth],
  ["decimalFullWidth2", fullWidth],
  ["numberInDash", (value: number) => `- ${value} -`],
  ["ordinal", ordinal],
  ["upperLetter", (value: number) => letter(value).toUpperCase()],
  ["lowerLetter", letter],
  ["upperRoman", roman],
  ["lowerRoman", (value: number) => roman(value).toLowerCase()],
  // 一百〇一 is never written: up to 99 with 十, from 100 on digit by digit.
  ["chineseCounting", tensThenDigits],
  ["taiwaneseCounting", tensThenDigits],
  ["chineseCountingThousand", (value: number) => counted(value, SIMPLIFIED)],
  ["taiwaneseCountingThousand", (value: number) => counted(value, SIMPLIFIED)],
  ["japaneseCounting", (value: number) => counted(value, JAPANESE)],
  ["chineseLegalSimplified", (value: number) => counted(value, LEGAL_SIMPLIFIED)],
  ["ideographLegalTraditional", (value: number) => counted(value, LEGAL_TRADITIONAL)],
  ["ideographDigital", digits],
  ["taiwaneseDigital", digits],
  ["japaneseDigitalTenThousand", digits],
  ["ideographTraditional", (value: number) => oneOf("甲乙丙丁戊己庚辛壬癸", value)],
  ["ideographZodiac", (value: number) => oneOf("子丑寅卯辰巳午未申酉戌亥", value)],
  ["ideographEnclosedCircle", (value: number) => oneOf("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉", value)],
  ["decimalEnclosedCircle", (value: number) => oneOf("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", value)],
  ["decimalEnclosedCircleChinese", (value: number) => oneOf("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", value)],
  ["decimalEnclosedFullstop", (value: number) => oneOf("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛", value)],
  ["decimalEnclosedParen", (value: number) => oneOf("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇", value)],
  ["none", () => ""],
  ["bullet", () => ""],
]);

/** A list's counter as the format shows it: formatNumber(12, "chineseCounting") is 十二. */
export function formatNumber(value: number, format: string): string {
  return (FORMATS.get(format) ?? String)(value);
}

interface Numerals {
  digits: string;
  units: readonly [string, string, string];
  tenThousand: string;
  /** 10–19 without a leading one: 十五, but 壹拾伍 in legal numerals. */
  bareTen: boolean;
  /** 一 before 百 and 千, and 零 for a gap, which Japanese leaves out: 百一. */
  full: boolean;
}

const SIMPLIFIED: Numerals = {
  digits: "零一二三四五六七八九",
  units: ["十", "百", "千"],
  tenThousand: "万",
  bareTen: true,
  full: true,
};
const JAPANESE: Numerals = { ...SIMPLIFIED, digits: "〇一二三四五六七八九", full: false };
const LEGAL_SIMPLIFIED: Numerals = {
  digits: "零壹贰叁肆伍陆柒捌玖",
  units: ["拾", "佰", "仟"],
  tenThousand: "万",
  bareTen: false,
  full: true,
};
const LEGAL_TRADITIONAL: Numerals = {
  ...LEGAL_SIMPLIFIED,
  digits: "零壹貳參肆伍陸柒捌玖",
  tenThousand: "萬",
};

function counted(value: number, numerals: Numerals): string {
  if (value < 1) return numerals.digits.charAt(0);
  if (value >= 100_000_000) return String(value);
  const high = Math.floor(value / 10_000);
  const low = value % 10_000;
  if (high === 0) return belowTenThousand(low, numerals, numerals.bareTen);
  const gap = numerals.full && low > 0 && low < 1000 ? numerals.digits.charAt(0) : "";
  const rest = low === 0 ? "" : gap + belowTenThousand(low, numerals, false);
  return belowTenThousand(high, numerals, numerals.bareTen) + numerals.tenThousand + rest;
}

function belowTenThousand(value: number, numerals: Numerals, bareTen: boolean): string {
  let text = "";
  let gap = false;
  for (let power = 3; power >= 0; power--) {
    const digit = Math.floor(value / 10 ** power) % 10;
    if (digit === 0) {
      gap = text !== "";
      continue;
    }
    if (gap && numerals.full) text += numerals.digits.charAt(0);
    gap = false;
    const silentOne =
      digit === 1 && power > 0 && (numerals.full ? bareTen && power === 1 && text === "" : true);
    if (!silentOne) text += numerals.digits.charAt(digit);
    if (power > 0) text += numerals.units[power - 1];
  }
  return text;
}

function tensThenDigits(value: number): string {
  return value < 100 ? counted(value, SIMPLIFIED).replace("零", "〇") : digits(value);
}

function digits(value: number): string {
  return String(value).replace(/\d/g, (digit) => "〇一二三四五六七八九".charAt(Number(digit)));
}

function fullWidth(value: number): string {
  return String(value).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
}

/** One of a closed series; beyond its end, Arabic digits. */
function oneOf(series: string, value: number): string {
  return series.charAt(value - 1) || String(value);
}

/** a … z, aa, bb … as Word counts on. */
function letter(value: number): string {
  if (value < 1 || value > 780) return String(value);
  return String.fromCharCode(0x61 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

function ordinal(value: number): string {
  const teen = value % 100 > 10 && value % 100 < 14;
  return value + (teen ? "th" : (["th", "st", "nd", "rd"][value % 10] ?? "th"));
}

const ROMAN = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
] as const;

function roman(value: number): string {
  if (value < 1 || value > 32_767) return String(value);
  let rest = value;
  let text = "";
  for (const [worth, sign] of ROMAN) {
    text += sign.repeat(Math.floor(rest / worth));
    rest %= worth;
  }
  return text;
}

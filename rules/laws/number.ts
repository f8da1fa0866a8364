import { parseNumber } from "../../linter/facts/numerals";

/**
 * 文号、令号 in one canonical spelling, so that any way of writing a number finds the same document:
 * 国办发〔2018〕37号 · 国务院令第711号 · 商务部令2020年第1号 · 国家税务总局公告2018年第28号.
 */

const OPEN = '[〔﹝\\[【〖（(［「『“"〈<]';
const CLOSE = '[〕﹞\\]】〗）)］」』”"〉>]';
const BRACKETED = new RegExp(
  `^([^\\d${OPEN.slice(1, -1)}]*)${OPEN}(\\d{4}|\\d{2})年?${CLOSE}([^\\d第]*?)(?:字)?第?0*(\\d+)号$`,
);
const NUMBERED =
  /^(.+?)(令|公告)(?:[〔[(（]?(\d{4})年?[〕\])）]?)?第?0*([\d一二三四五六七八九十百零〇○]+)号$/;

/** Organs as orders name them in short; department orders are compared by lead organ and number only. */
const ORGAN_NAMES: Readonly<Record<string, string>> = {
  国: "国务院",
  国家主席: "主席",
  国家发改委: "国家发展和改革委员会",
  发改委: "国家发展和改革委员会",
  国家发展改革委: "国家发展和改革委员会",
  国家发展改革委员会: "国家发展和改革委员会",
  住建部: "住房和城乡建设部",
  住房城乡建设部: "住房和城乡建设部",
  人社部: "人力资源和社会保障部",
  人力资源社会保障部: "人力资源和社会保障部",
  工信部: "工业和信息化部",
  环保部: "环境保护部",
  国土部: "国土资源部",
  卫计委: "国家卫生和计划生育委员会",
  国家卫生计生委: "国家卫生和计划生育委员会",
  国家卫健委: "国家卫生健康委员会",
  国家卫生健康委: "国家卫生健康委员会",
  质检总局: "国家质量监督检验检疫总局",
  国家质检总局: "国家质量监督检验检疫总局",
  工商总局: "国家工商行政管理总局",
  国家工商总局: "国家工商行政管理总局",
  食药监总局: "国家食品药品监督管理总局",
  国家食品药品监管总局: "国家食品药品监督管理总局",
  市场监管总局: "国家市场监督管理总局",
  国家市场监管总局: "国家市场监督管理总局",
  安监总局: "国家安全生产监督管理总局",
  国家安全监管总局: "国家安全生产监督管理总局",
  证监会: "中国证券监督管理委员会",
  中国证监会: "中国证券监督管理委员会",
  银监会: "中国银行业监督管理委员会",
  中国银监会: "中国银行业监督管理委员会",
  银保监会: "中国银行保险监督管理委员会",
  中国银保监会: "中国银行保险监督管理委员会",
  保监会: "中国保险监督管理委员会",
  中国保监会: "中国保险监督管理委员会",
  人民银行: "中国人民银行",
  国资委: "国务院国有资产监督管理委员会",
  国务院国资委: "国务院国有资产监督管理委员会",
  税务总局: "国家税务总局",
  国家网信办: "国家互联网信息办公室",
  新闻出版广电总局: "国家新闻出版广电总局",
};

/** What nearly all numbers of the data look like: they need no second look. */
const CANONICAL = /^[\u4e00-\u9fff]*[\u4e00-\u5b56\u5b58-\u9fff]〔\d{4}〕[1-9]\d*号$|^国务院令第[1-9]\d*号$/;

/** The canonical spelling, or null when the text is no number of a document or an order. */
export function canonicalNumber(text: string): string | null {
  if (CANONICAL.test(text)) return text;
  const plain = text
    .replace(/[\s　]/g, "")
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/(?<=号)(?:文件?|文)$/, "");
  const unwrapped = unwrap(plain);
  const bracketed = BRACKETED.exec(unwrapped);
  if (bracketed) {
    const [, before = "", year = "", after = "", number = ""] = bracketed;
    const code = (before.replace(/[、，,：:]$/, "") || after).replace(/字$/, "");
    if (!/(?:令|公告)$/.test(code)) return code ? `${code}〔${fourDigits(year)}〕${number}号` : null;
  }
  const numbered = NUMBERED.exec(unwrapped);
  if (!numbered) return null;
  const [, organs = "", kind = "", year, digits = ""] = numbered;
  const number = parseNumber(digits);
  if (number === null) return null;
  return `${leadOrgan(organs)}${kind}${year ? `${year}年` : ""}第${number}号`;
}

/** 机关代字 of a canonical 〔〕 number (国办发), or null for orders and announcements. */
export function organCode(canonical: string): string | null {
  const at = canonical.indexOf("〔");
  return at > 0 ? canonical.slice(0, at) : null;
}

/** The year a number speaks of, or null. */
export function numberYear(number: string): number | null {
  const year = /[〔[(（](\d{4})[〕\])）]|(\d{4})年/.exec(number);
  return year ? Number(year[1] ?? year[2]) : null;
}

/** Numbers of the eighties and nineties have years of two digits. */
function fourDigits(year: string): string {
  if (year.length === 4) return year;
  return (Number(year) >= 49 ? "19" : "20") + year;
}

function unwrap(text: string): string {
  const inner = new RegExp(`^${OPEN}(.*号)${CLOSE}$`).exec(text);
  return inner?.[1] ?? text;
}

function leadOrgan(organs: string): string {
  const lead = organs
    .replace(/^中华人民共和国(?=.)/, "")
    .replace(/^原(?=国家|[^\s]{2,})/, "")
    .split(/[、，,]/, 1)[0] as string;
  const name = lead.replace(/等.{0,3}(?:部门|部委|单位)?$/, "").replace(/^中华人民共和国(?=.)/, "");
  return ORGAN_NAMES[name] ?? name;
}

import type { Law, LawVersion } from "../../linter/facts/laws";
import { canonicalNumber } from "../laws/number";

/** 文号的各部分, in canonical form. */
export interface NumberParts {
  canonical: string;
  /** 国办发, 国务院; "" where the text leaves it out. */
  organ: string;
  form: "〔〕" | "令" | "公告";
  year: string | null;
  serial: string;
}

export function numberParts(number: string): NumberParts | null {
  const canonical = canonicalNumber(number);
  if (canonical === null) return null;
  const document = /^(.*)〔(\d{4})〕(\d+)号$/.exec(canonical);
  if (document) {
    const [, organ = "", year = "", serial = ""] = document;
    return { canonical, organ, form: "〔〕", year, serial };
  }
  const order = /^(.*)(令|公告)(?:(\d{4})年)?第(\d+)号$/.exec(canonical);
  if (!order) return null;
  const [, organ = "", form = "", year = null, serial = ""] = order;
  return { canonical, organ, form: form === "令" ? "令" : "公告", year, serial };
}

/** Every number known for the act and its namesakes. */
export function knownNumbers(law: Law): NumberParts[] {
  const orders = [...law.versions.map(({ order }) => order), ...law.otherNumbers];
  return orders.flatMap((order) => (order === null ? [] : (numberParts(order) ?? [])));
}

/**
 * Whether two spellings can be of one number. Departments were renamed and issue jointly, and their orders often lack the
 * year, so for these only serial and stated year count; 国务院 and 主席 have one series each.
 */
export function canBeSame(cited: NumberParts, known: NumberParts): boolean {
  if (cited.serial !== known.serial) return false;
  if (cited.year !== null && known.year !== null && cited.year !== known.year) return false;
  if (cited.organ === "" || cited.organ === known.organ) return true;
  if (cited.form === "〔〕" || known.form === "〔〕") return false;
  return !hasOneSeries(cited.organ) && !hasOneSeries(known.organ);
}

function hasOneSeries(organ: string): boolean {
  return organ === "国务院" || organ === "主席";
}

/** The version that carries a number; null when the act has none such. */
export function versionWith(law: Law, number: NumberParts): LawVersion | null {
  return (
    law.versions.find(({ order }) => order !== null && canonicalNumber(order) === number.canonical) ?? null
  );
}

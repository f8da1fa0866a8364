import type { Citation } from "./documentFacts";
import type { Law, LawRegistry } from "./laws";

/** The act a citation means on a date: by its name, else by its number where that belongs to one act alone. */
export function citedLaw(citation: Citation, laws: LawRegistry, date: string): Law | null {
  const { refersTo, refersToNumber: number } = citation;
  if (refersTo === null) {
    if (citation.form !== "number" || number === null) return null;
    const carriers = laws.byNumber(number);
    // An order that amends many acts is no name for any of them.
    const [only] = carriers;
    return carriers.length === 1 && only?.versions[0]?.order && only.versions.length === 1 ? only : null;
  }
  const match = laws.find(refersTo, { number, date });
  if (!match || isOtherIssuers(citation, refersTo, match.law)) return null;
  return number === null ? editionOfTheDay(match.law, laws, date) : match.law;
}

/** 《国家危险废物名录》 without a year is whichever edition （2021年版） of it is in force. */
function editionOfTheDay(law: Law, laws: LawRegistry, date: string): Law {
  let edition = law;
  for (let { status, successor } = laws.state(edition, date); status === "repealed" && successor; ) {
    const year = successor.title.startsWith(law.title) ? successor.title.slice(law.title.length) : "";
    if (!/^（\d{4}年[版本]）$/.test(year)) break;
    edition = successor;
    ({ status, successor } = laws.state(edition, date));
  }
  return edition;
}

/** 县政府《关于…的意见》 is not 《国务院关于…的意见》, though all but the issuer is the same. */
function isOtherIssuers({ issuer }: Citation, title: string, law: Law): boolean {
  if (issuer === null || !law.title.endsWith(title)) return false;
  const lead = plain(law.title.slice(0, -title.length));
  return (
    lead !== "" && lead !== "中华人民共和国" && !lead.includes(plain(issuer)) && !plain(issuer).includes(lead)
  );
}

function plain(organ: string): string {
  return organ.replace(/[\s　、，]/g, "");
}

import { kindAtEnd } from "./kindNames";

const ISSUES = /(?:印发|发布|公布|颁布|颁发|下发|转发|批转).*(?:通知|函|决定|公告|令)$/;
const MARKED = /[《〈<]?([^《》〈〉<>]+)[》〉>]/g;
const UNMARKED = /(?:印发|发布|公布|颁布|颁发|下发|转发|批转)(?!的)(.{4,}?)的(?:通知|函|决定|公告)$/;

/** True for the title of a document that issues another: …关于印发《…办法》的通知. */
export function issuesAnother(title: string): boolean {
  return ISSUES.test(title);
}

/** The names of the texts a title says it issues, in 《》 or without, as keys for comparison; empty if it issues none. */
export function issuedNames(title: string): string[] {
  if (!issuesAnother(title)) return [];
  const marked = [...title.matchAll(/《(.+?)》(?!〉)/g)].map(([, name = ""]) => nameKey(name));
  if (marked.length > 0) return marked;
  const plain = UNMARKED.exec(title)?.[1];
  return plain ? [nameKey(plain)] : [];
}

/** The kinds of those texts, the innermost ones of nested titles (转发《…印发〈…方案〉的通知》的通知) included. */
export function issuedKinds(title: string): string[] {
  if (!issuesAnother(title)) return [];
  const marked = [...title.matchAll(MARKED)].map(([, name = ""]) => kindAtEnd(name));
  const plain = UNMARKED.exec(title)?.[1];
  const kinds = marked.length > 0 ? marked : plain ? [kindAtEnd(plain)] : [];
  return kinds.filter((kind): kind is string => kind !== null && kind !== "通知");
}

/** A title without blanks, marks and status, so that two ways to write it compare equal. */
export function nameKey(title: string): string {
  return title
    .replace(/[\s《》〈〉<>]/g, "")
    .replace(/[（(](?:试行|暂行|修订|[^（）()]*版|[^（）()]*修订)[）)]$/, "");
}

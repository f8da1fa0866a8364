import type { Companion } from "../../linter/engine/package";
import type { RuleContext } from "../../linter/engine/rule";
import { recogniseNumbers } from "../../linter/facts/documentNumbers";
import { isSameTitle, textOf, titlesOf } from "../titles";

type Context = Pick<RuleContext<object>, "facts">;

const NAMED = /《([^《》]{4,80})》\s*(?:[（(]([^（）()]{4,30}?号)[）)]?)?/g;
/** Words by which an interpretation speaks of the version before. */
const FORMER =
  /原|旧|此前|以前|曾|上一|到期|失效|废止|修订前|年(?:印发|出台|制定|发布)(?:的|了)?$|年，?[^。]{0,12}(?:印发|出台|制定|发布)(?:的|了)?$/;
const YEAR = /(?:19|20)\d{2}(?=年(?!修|版)|—|-|－)/;
/** （2023年版）, （2023年修订） behind a title: which edition it is. */
const EDITION = /[（(]((?:19|20)\d{2})年?(?:版|本|修订|修正)[^（）()]{0,4}[）)]$/;
const UNFINISHED = /征求意见稿|送审稿|草案|讨论稿/;

/**
 * The words by which an interpretation shows that it is about another version: another year in the title, another
 * number with the same title, or a draft of what is now issued. Null when it does not.
 */
export function otherVersion(companion: Companion, context: Context): { named: string; why: string } | null {
  const { facts } = context;
  const titles = titlesOf(facts);
  const title = companion.facts.elements.title?.value ?? companion.document.blocks[0]?.text ?? "";
  const named = /《(.+)》/.exec(title.replace(/\s/g, ""))?.[1];
  if (named && isSameTitle(named, titles)) {
    const year = YEAR.exec(named)?.[0];
    const own = titles.map((one) => YEAR.exec(one.replace(/\s/g, ""))?.[0]).find(Boolean);
    if (year && own && year !== own)
      return { named: title.trim(), why: `本件是${own}年的，它解读的是${year}年的` };
    const edition = EDITION.exec(named)?.[1];
    const dated = facts.elements.date?.value.slice(0, 4);
    if (edition && dated && edition !== dated && !titles.some((one) => one.includes(edition))) {
      return { named: title.trim(), why: `本件是${dated}年的，它解读的是${edition}年版` };
    }
    const issued = facts.metadata.status === "issued" || Boolean(facts.elements.docNumber);
    if (issued && UNFINISHED.test(named) && !titles.some((one) => UNFINISHED.test(one))) {
      return { named: title.trim(), why: "本件已经编号或者印发，它解读的还是稿子" };
    }
  }
  return otherNumber(textOf(companion.document), titles, facts.elements.docNumber?.value ?? null);
}

/** The same title with another number, and never with this document's own. */
function otherNumber(
  text: string,
  titles: readonly string[],
  own: string | null,
): { named: string; why: string } | null {
  const [number] = recogniseNumbers(own ?? "");
  if (!number || recogniseNumbers(text).some(({ standard }) => standard === number.standard)) return null;
  for (const match of text.matchAll(NAMED)) {
    const [other] = match[2] ? recogniseNumbers(match[2]) : [];
    if (!other || other.standard === number.standard || other.organ !== number.organ) continue;
    if (!isSameTitle(match[1] as string, titles)) continue;
    if (
      FORMER.test(text.slice(Math.max(0, match.index - 16), match.index)) ||
      FORMER.test(text.slice(match.index + match[0].length, match.index + match[0].length + 24))
    )
      continue;
    return { named: match[0], why: `本件文号是${number.standard}，它解读的是${other.standard}` };
  }
  return null;
}

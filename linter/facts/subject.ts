import type { OfficialDocument } from "../document/document";
import type { DocumentMetadata } from "../document/metadata";
import type { BlockFacts, PolicySignal } from "./blockFacts";
import type { DocumentFacts, DocumentPart, Elements } from "./documentFacts";
import type { Head } from "./elements/head";
import type { Line } from "./elements/lines";
import { certificateName, hasProse } from "./form";
import { issuedKinds } from "./issuedNames";

/** What the classification looks at, gathered once. */
export interface Subject {
  kind: string | null;
  title: string;
  /** The titles of the document and of what it issues. */
  titles: string;
  /** Kinds of the issued texts, whether they are here or only named in the title. */
  issuedKinds: readonly string[];
  order: boolean;
  headNotes: string;
  elements: Elements;
  metadata: DocumentMetadata;
  metadataSource: DocumentFacts["metadataSource"];
  /** How many articles (条) the main and issued parts have. */
  articles: number;
  /** The first words of each sort in the main and issued parts. */
  signals: Readonly<Partial<Record<PolicySignal["sort"], string>>>;
  /** The words by which the text repeals an earlier order of its own name, a rule's (规章) mark. */
  repealedOrder: string | null;
  /** What a text of no kind says on top that it is: a certificate or form (证照、表格). */
  certificate: string | null;
  /** True where there is prose (成句的正文); not looked for in a text of a kind. */
  prose: boolean;
}

type Gathered = Omit<
  Subject,
  | "articles"
  | "signals"
  | "repealedOrder"
  | "titles"
  | "issuedKinds"
  | "headNotes"
  | "order"
  | "certificate"
  | "prose"
>;

export function gatherSubject(
  known: Gathered,
  head: Head,
  document: OfficialDocument,
  facts: readonly BlockFacts[],
  parts: readonly DocumentPart[],
  lines: readonly Line[],
): Subject {
  let articles = 0;
  let repealedOrder: string | null = null;
  const signals: Partial<Record<PolicySignal["sort"], string>> = {};
  for (const { role, start, end } of parts) {
    if (role === "annex") continue;
    for (let at = start; at < end; at++) {
      const block = document.blocks[at];
      const found = facts[at];
      if (!block || !found) continue;
      if (found.shape.numbering?.level === "条") articles++;
      // A title names what it is about; what it says stands below.
      if (found.shape.titleKind === null)
        for (const { sort, start: from, end: to } of found.signals)
          signals[sort] ??= block.text.slice(from, to);
      repealedOrder ??= repealsOwnOrder(block.text, found, known.title);
    }
  }
  const issued = parts.filter(({ role }) => role === "issued");
  const titles = [known.title, ...issued.map(({ title }) => title ?? "")].join("　");
  const kinds = [...issued.flatMap(({ kind }) => kind ?? []), ...issuedKinds(known.title)];
  const headNotes = head.headNotes.map(({ text }) => text).join("\n");
  return {
    ...known,
    titles,
    issuedKinds: kinds,
    order: head.order,
    headNotes,
    articles,
    signals,
    repealedOrder,
    certificate: known.kind === null ? certificateName(lines) : null,
    prose: known.kind !== null || hasProse(document, facts),
  };
}

/** …《机动车登记规定》（公安部令第102号）同时废止, in a text of that very name. */
function repealsOwnOrder(text: string, { numbers }: BlockFacts, title: string): string | null {
  if (numbers.length === 0) return null;
  const order = numbers.find(({ form }) => form === "order");
  if (!order || !text.includes("废止") || title === "" || !text.includes(`《${title}》`)) return null;
  return text.slice(order.start, order.end);
}

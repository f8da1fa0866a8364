import { element } from "../content/card/element";
import type { ChecklistEntry, CoreItem, DraftOverview } from "../shared/messages";
import { part } from "../shared/page";
import { word } from "../shared/words";

const ITEM_WORDS: Readonly<Record<CoreItem, string>> = {
  interpretation: "itemInterpretation",
  "legality-review": "itemLegalityReview",
  disclosure: "itemDisclosure",
  citations: "itemCitations",
};

const STATE_WORDS: Readonly<Record<ChecklistEntry["state"], string>> = {
  ok: "stateOk",
  "not-owed": "stateNotOwed",
  attention: "stateAttention",
  unseen: "stateUnseen",
};

/** Evidence shown of one item at most. */
const MOST_EVIDENCE = 4;

/** Shows what the draft is: kind and why, the four core items, the elements recognised. */
export function showDraft(draft: DraftOverview): void {
  const { title, kind, isPartial, covered, because, checklist, elements, failures } = draft;
  const heading = element("h2", { id: "about-title", class: "text" }, title ?? word("untitled"));
  const about: Node[] = [
    heading,
    element("p", { class: "soft" }, word("kindIs", kind ?? word("kindUnknown"))),
  ];
  if (isPartial) about.push(element("p", { class: "part" }, word("partExplained")));
  if (covered > 0) about.push(element("p", { class: "soft covered" }, word("baselineCovers", covered)));
  if (because.length > 0) {
    about.push(
      element(
        "details",
        {},
        element("summary", {}, word("because")),
        element("ul", {}, ...because.map((reason) => element("li", { class: "text" }, reason))),
      ),
    );
  }
  if (failures > 0) about.push(element("p", { class: "problems" }, word("checkIncomplete", failures)));
  const wasOpen = part("about", HTMLElement).querySelector("details")?.open === true;
  part("about", HTMLElement).replaceChildren(...about);
  const details = part("about", HTMLElement).querySelector("details");
  if (details) details.open = wasOpen;

  part("checklist", HTMLUListElement).replaceChildren(...checklist.map(checklistItem));
  part("elements", HTMLElement).replaceChildren(
    ...elements.flatMap(({ name, value }) => [
      element("dt", {}, name),
      element("dd", { class: "text" }, value),
    ]),
  );
}

function checklistItem({ item, state, evidence }: ChecklistEntry): HTMLElement {
  const rest = evidence.length - MOST_EVIDENCE;
  return element(
    "li",
    { class: state, "data-item": item },
    element("strong", {}, word(ITEM_WORDS[item])),
    element("span", { class: "state" }, word(STATE_WORDS[state])),
    ...evidence.slice(0, MOST_EVIDENCE).map((text) => element("span", { class: "evidence text" }, text)),
    ...(rest > 0 ? [element("span", { class: "evidence" }, word("more", rest))] : []),
  );
}

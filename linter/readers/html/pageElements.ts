import type { Element, Nodes } from "hast";

/** Their content is no text of the page. */
const NO_TEXT = new Set(
  "head script style noscript template iframe object embed applet audio video canvas svg math map select datalist option button textarea rp rt title".split(
    " ",
  ),
);

const BLOCKS = new Set(
  "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol p plaintext pre section summary table tbody td tfoot th thead tr ul xmp".split(
    " ",
  ),
);

/** `mso-hide` is the hidden text of pages that Word saved. */
const HIDING_STYLE = /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i;

/** Nobody sees it on the page: scripts, form controls, and what is hidden by attribute or style. */
export function isInvisible(element: Element): boolean {
  const { hidden, ariaHidden } = element.properties;
  return (
    NO_TEXT.has(element.tagName) ||
    (hidden !== undefined && hidden !== false && hidden !== null) ||
    ariaHidden === "true" ||
    HIDING_STYLE.test(styleOf(element))
  );
}

/** Text before, in and behind the element never stands on one line. */
export function isBlockElement(element: Element): boolean {
  return BLOCKS.has(element.tagName) || /(?:^|[;\s])display\s*:\s*block/i.test(styleOf(element));
}

export function styleOf(element: Element): string {
  return attributeOf(element, "style");
}

export function attributeOf(element: Element, name: string): string {
  const value = element.properties[name];
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

/** The id and the classes of an element in lower case. */
export function namesOf(element: Element): string[] {
  const { id, className } = element.properties;
  const names = Array.isArray(className) ? className.map(String) : [];
  if (typeof id === "string") names.push(id);
  return names.map((name) => name.toLowerCase());
}

export function childrenOf(node: Nodes): readonly Nodes[] {
  return "children" in node ? node.children : [];
}

/** Heading level 1–6, or 0 for any other element. */
export function headingLevel(element: Element): number {
  return /^h[1-6]$/.test(element.tagName) ? Number(element.tagName[1]) : 0;
}

/** The visible text of an element without any blanks, for comparing. */
export function plainText(node: Nodes): string {
  if (node.type === "text") return node.value.replace(/\s+/g, "");
  if (node.type === "element" && isInvisible(node)) return "";
  return childrenOf(node).map(plainText).join("");
}

/** An element of a part's XML while and after it was read. Offsets are in UTF-16 units of the XML. */
export interface Element {
  /** With the usual prefix: w:r. */
  name: string;
  /** Behind the opening tag. */
  openEnd: number;
  /** Behind the properties (w:rPr, w:pPr) it begins with; `openEnd` without them. */
  contentStart: number;
  /** Behind the closing tag; the same as `openEnd` for an element of one tag. */
  end: number;
}

/** Where the tag that ends at this offset starts. A "<" stands in no attribute, so the last one is the tag's. */
export function tagStart(xml: string, end: number): number {
  return xml.lastIndexOf("<", end - 1);
}

export function elementStart(xml: string, { openEnd }: Element): number {
  return tagStart(xml, openEnd);
}

/** Where the closing tag starts. */
export function contentEnd(xml: string, { openEnd, end }: Element): number {
  return end === openEnd ? end : tagStart(xml, end);
}

/** The opening tag as it stands; an element of one tag is opened. */
export function openingTag(xml: string, element: Element): string {
  return xml.slice(elementStart(xml, element), element.openEnd).replace(/\s*\/>$/, ">");
}

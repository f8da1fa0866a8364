import type { Attributes } from "../xml";

/** Formatting of a paragraph as one place states it: directly, in a style, or in a numbering level. */
export interface ParagraphProperties {
  style?: string;
  numId?: string;
  /** w:ilvl, 0–8. */
  level?: number;
  align?: "left" | "center" | "right" | "justified";
  /** w:outlineLvl: 0–8 for headings 1–9, 9 for body text. */
  outline?: number;
}

/** Formatting of characters as one place states it. */
export interface RunProperties {
  style?: string;
  font?: string;
  hidden?: boolean;
}

/** Values of `w:jc`, transitional and strict. */
export const ALIGNMENTS: ReadonlyMap<string, ParagraphProperties["align"]> = new Map([
  ["left", "left"],
  ["start", "left"],
  ["center", "center"],
  ["right", "right"],
  ["end", "right"],
  ["both", "justified"],
  ["distribute", "justified"],
]);

/** Takes in a child of `w:pPr` (or of its `w:numPr`). */
export function readParagraphProperty(
  properties: ParagraphProperties,
  name: string,
  attributes: Attributes,
): void {
  const value = attributes["w:val"];
  if (name === "w:pStyle") properties.style = value;
  else if (name === "w:numId") properties.numId = value;
  else if (name === "w:ilvl") properties.level = wholeNumber(value, 8);
  else if (name === "w:outlineLvl") properties.outline = wholeNumber(value, 9);
  else if (name === "w:jc") properties.align = ALIGNMENTS.get(value ?? "");
}

/** Takes in a child of `w:rPr`. */
export function readRunProperty(properties: RunProperties, name: string, attributes: Attributes): void {
  if (name === "w:rStyle") properties.style = attributes["w:val"];
  else if (name === "w:vanish") properties.hidden = isOn(attributes["w:val"]);
  else if (name === "w:rFonts") properties.font = attributes["w:ascii"] ?? attributes["w:hAnsi"];
}

/** ST_OnOff: present without a value means on. */
export function isOn(value: string | undefined): boolean {
  return value !== "0" && value !== "false" && value !== "off";
}

/** A whole number from 0 to `most`; undefined for anything else, as Word ignores what it cannot read. */
export function wholeNumber(value: string | undefined, most: number): number | undefined {
  if (value === undefined || !/^\d{1,9}$/.test(value)) return undefined;
  const number = Number(value);
  return number <= most ? number : undefined;
}

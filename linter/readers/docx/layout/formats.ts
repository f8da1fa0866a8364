import type { Attributes } from "../../xml";
import { ALIGNMENTS, isOn, wholeNumber } from "../properties";
import { points, twentieths } from "./lengths";
import type { ThemeFonts } from "./theme";

/** Indents of a paragraph as written: twentieths of a point, and hundredths of a character, which win unless 0. */
export interface Indents {
  firstLine?: number;
  firstLineChars?: number;
  left?: number;
  leftChars?: number;
  right?: number;
  rightChars?: number;
}

/** 段落格式 as one place states it. What it leaves out is another place's to state. */
export interface ParagraphFormat extends Indents {
  style?: string;
  numId?: string;
  level?: number;
  align?: "left" | "center" | "right" | "justified";
  line?: number;
  lineRule?: string;
  snapToGrid?: boolean;
}

/** 字符格式 as one place states it, fonts of the theme resolved. Size in points. */
export interface RunFormat {
  style?: string;
  font?: string;
  latinFont?: string;
  size?: number;
}

/** Takes in a child of `w:pPr` (or of its `w:numPr`). */
export function readParagraphFormat(format: ParagraphFormat, name: string, attributes: Attributes): void {
  const value = attributes["w:val"];
  if (name === "w:ind") readIndents(format, attributes);
  else if (name === "w:spacing") {
    if (attributes["w:line"] !== undefined) format.line = twentieths(attributes["w:line"]);
    if (attributes["w:lineRule"] !== undefined) format.lineRule = attributes["w:lineRule"];
  } else if (name === "w:jc") format.align = ALIGNMENTS.get(value ?? "");
  else if (name === "w:pStyle") format.style = value;
  else if (name === "w:numId") format.numId = value;
  else if (name === "w:ilvl") format.level = wholeNumber(value, 8);
  else if (name === "w:snapToGrid") format.snapToGrid = isOn(value);
}

/** Takes in a `w:ind`; a hanging first line wins over an indented one. */
export function readIndents(indents: Indents, attributes: Attributes): void {
  const read = (name: string) => twentieths(attributes[name]);
  const negative = (name: string) => {
    const value = read(name);
    return value === undefined ? undefined : -value;
  };
  assign(indents, {
    firstLine: negative("w:hanging") ?? read("w:firstLine"),
    firstLineChars: negative("w:hangingChars") ?? read("w:firstLineChars"),
    left: read("w:left") ?? read("w:start"),
    leftChars: read("w:leftChars") ?? read("w:startChars"),
    right: read("w:right") ?? read("w:end"),
    rightChars: read("w:rightChars") ?? read("w:endChars"),
  });
}

/** Takes in a child of `w:rPr`. */
export function readRunFormat(
  format: RunFormat,
  name: string,
  attributes: Attributes,
  theme: ThemeFonts,
): void {
  if (name === "w:rFonts") {
    assign(format, {
      font: theme.font(attributes["w:eastAsiaTheme"]) ?? attributes["w:eastAsia"],
      latinFont: theme.font(attributes["w:asciiTheme"]) ?? attributes["w:ascii"],
    });
  } else if (name === "w:sz") {
    format.size = points(attributes["w:val"]) ?? format.size;
  } else if (name === "w:rStyle") format.style = attributes["w:val"];
}

/** Puts what `over` states over `under`. */
export function assign<Format extends object>(under: Format, over: Format): void {
  for (const key of Object.keys(over) as (keyof Format)[]) {
    if (over[key] !== undefined) under[key] = over[key];
  }
}

import { codePoint } from "dingbat-to-unicode";

/** Tick boxes as the recognisers of forms know them, for the many shapes a symbol font has. */
const PLAIN_MARKS: ReadonlyMap<string, string> = new Map([
  ["🗹", "☑"],
  ["🗷", "☒"],
  ["🗵", "☒"],
  ["⮽", "☒"],
  ["🗸", "✓"],
  ["🗶", "✗"],
  ["🗴", "✗"],
  ["□", "☐"],
  ["🞎", "☐"],
  ["🞏", "☐"],
  ["🞐", "☐"],
  ["❑", "☐"],
  ["❒", "☐"],
  ["◻", "☐"],
]);

export function isSymbolFont(font: string | undefined): font is string {
  return font !== undefined && /^(?:Wingdings|Webdings|Symbol)/i.test(font);
}

/**
 * What one character of a font shows. Symbol fonts hold their glyphs at 0x20–0xFF, or at the same places from U+F020
 * on; other characters and fonts mean themselves.
 */
export function symbolText(font: string | undefined, code: number): string {
  const plain = code <= 0x10ffff ? String.fromCodePoint(code) : "";
  if (!isSymbolFont(font)) return plain;
  const shown = codePoint(font, code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code)?.string ?? plain;
  return PLAIN_MARKS.get(shown) ?? shown;
}

/** Text of a run set in a symbol font, character by character; the length stays, so that offsets stay true. */
export function symbolRun(font: string, text: string): string {
  let shown = "";
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    const symbol = symbolText(font, text.charCodeAt(i));
    shown += symbol.length === 1 ? symbol : character;
  }
  return shown;
}

/** Whether a text is one tick box, ticked or not. */
export function isTickBox(text: string): boolean {
  return text === "☐" || text === "☑" || text === "☒" || text === "□";
}

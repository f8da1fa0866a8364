import { escapeXml } from "./markup";

/** Text as content of a run: tabs and line breaks are elements of their own. `declaration`: of `w:`, where it has none. */
export function textXml(text: string, declaration: string): string {
  return text
    .split(/(\t|\n)/)
    .map((piece) => {
      if (piece === "\t") return `<w:tab${declaration}/>`;
      if (piece === "\n") return `<w:br${declaration}/>`;
      return piece === "" ? "" : `<w:t${declaration} xml:space="preserve">${escapeXml(piece)}</w:t>`;
    })
    .join("");
}

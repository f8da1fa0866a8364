/**
 * THE COUNTING RULE. `RunSegment.node` and `Origin.paragraph` count in the XML of one part, in document order, from 0:
 *
 * - a text node is an element of TEXT_NODES whose parent is a run (`w:r`, or `m:r` in a formula). The parent matters:
 *   `w:tab` is also the name of a tab stop in paragraph properties;
 * - a paragraph is every `w:p`;
 * - everything counts, shown or not: deleted and inserted text, hidden runs, both branches of `mc:AlternateContent`,
 *   separators of notes. So whoever streams over the part again finds the node without knowing what was shown.
 *
 * `RunSegment.offset` is in UTF-16 units of the node's own text: the character data of `w:t`, `w:delText` and `m:t` as
 * an XML parser gives it (entities resolved, line ends normalised); for the other nodes it is 0.
 *
 * Names carry the usual prefixes, whatever the file uses: see `streamXml`.
 */
const TEXT_NODES: ReadonlySet<string> = new Set([
  "w:t",
  "w:delText",
  "w:tab",
  "w:ptab",
  "w:br",
  "w:cr",
  "w:sym",
  "w:noBreakHyphen",
  "w:softHyphen",
  "m:t",
]);

/** Whether an element counts as a text node, by its name and its parent's. */
export function isTextNode(name: string, parent: string | undefined): boolean {
  return (parent === "w:r" || parent === "m:r") && TEXT_NODES.has(name);
}

/** Whether the node's text is its character data; the others stand for one character of their own. */
export function hasCharacterData(name: string): boolean {
  return name === "w:t" || name === "w:delText" || name === "m:t";
}

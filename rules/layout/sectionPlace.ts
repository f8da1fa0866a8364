import type { Place } from "../../linter/document/place";
import type { RuleContext } from "../../linter/engine/rule";

/** Where a finding on a section's set-up sits: on the document's title for the first, on its first block for any other. */
export function sectionPlace(
  { document }: RuleContext<object>,
  { index, first }: { index: number; first: number },
): Place | undefined {
  if (index === 0) return undefined;
  return { block: first, start: 0, end: document.blocks[first]?.text.length ?? 0 };
}

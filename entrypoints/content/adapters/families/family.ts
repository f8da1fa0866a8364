import type { InputPath } from "../inputPaths";

/** What is particular to one make of DOM editor (编辑器): how to know it, and by which ways it takes a fix. */
export interface EditorFamily {
  name: string;
  /** `root` is the outermost editable element. */
  matches(root: HTMLElement): boolean;
  /** Tried in turn, each only while the text is still untouched. */
  paths: readonly InputPath[];
  /** Milliseconds the editor takes to notice a selection made from outside. */
  noticesSelectionIn: number;
  /** Takes the fix through the page's own API, in the page's world. */
  needsPageBridge?: boolean;
}

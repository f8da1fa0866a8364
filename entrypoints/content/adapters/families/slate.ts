import { correction, paste } from "../inputPaths";
import type { EditorFamily } from "./family";

/**
 * Slate. It notices a selection at most every 100 ms, but takes the range of a correction at its word; a paste comes
 * second for that reason. Browser editing would leave its model behind the DOM and is never used.
 */
export const slate: EditorFamily = {
  name: "slate",
  matches: (root) => root.hasAttribute("data-slate-editor") && !root.closest(".w-e-text-container"),
  paths: [correction, paste],
  noticesSelectionIn: 150,
};

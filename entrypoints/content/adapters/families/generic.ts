import { browserEditing, paste } from "../inputPaths";
import type { EditorFamily } from "./family";

/** Any other contenteditable: an editor with a model takes the paste, a plain element leaves it to browser editing. */
export const generic: EditorFamily = {
  name: "contenteditable",
  matches: () => true,
  paths: [paste, browserEditing],
  noticesSelectionIn: 30,
};

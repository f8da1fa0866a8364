import { browserEditing, paste } from "../inputPaths";
import type { EditorFamily } from "./family";

/** Quill 1 and 2. */
export const quill: EditorFamily = {
  name: "quill",
  matches: (root) => root.classList.contains("ql-editor"),
  paths: [paste, browserEditing],
  noticesSelectionIn: 30,
};

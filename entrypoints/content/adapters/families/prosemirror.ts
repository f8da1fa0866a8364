import { browserEditing, paste } from "../inputPaths";
import type { EditorFamily } from "./family";

/** ProseMirror and what is built on it (TipTap, Milkdown …). It reads the DOM back, so browser editing is safe too. */
export const prosemirror: EditorFamily = {
  name: "prosemirror",
  matches: (root) => root.classList.contains("ProseMirror"),
  paths: [paste, browserEditing],
  noticesSelectionIn: 30,
};

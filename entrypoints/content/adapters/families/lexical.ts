import { correction, paste } from "../inputPaths";
import type { EditorFamily } from "./family";

/** Lexical. */
export const lexical: EditorFamily = {
  name: "lexical",
  matches: (root) => root.hasAttribute("data-lexical-editor"),
  paths: [paste, correction],
  noticesSelectionIn: 30,
};

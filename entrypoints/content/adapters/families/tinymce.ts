import { paste } from "../inputPaths";
import type { EditorFamily } from "./family";

/** TinyMCE 4 to 8, in its frame or inline. Its own undo does not see browser editing: paste is the only way. */
export const tinymce: EditorFamily = {
  name: "tinymce",
  matches: (root) => root.classList.contains("mce-content-body"),
  paths: [paste],
  noticesSelectionIn: 30,
};

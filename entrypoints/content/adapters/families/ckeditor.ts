import { correction, paste } from "../inputPaths";
import type { EditorFamily } from "./family";

/** CKEditor 5. execCommand does nothing in it, and says that it did. */
export const ckeditor: EditorFamily = {
  name: "ckeditor",
  matches: (root) => root.classList.contains("ck-editor__editable"),
  paths: [paste, correction],
  noticesSelectionIn: 30,
};

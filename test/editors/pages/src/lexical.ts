import { createEmptyHistoryState, registerHistory } from "@lexical/history";
import { registerRichText } from "@lexical/rich-text";
import { $createParagraphNode, $createTextNode, $getRoot, createEditor } from "lexical";
import { PARAGRAPHS, place, tell } from "./draft";

const element = place();
element.contentEditable = "true";
const editor = createEditor({
  namespace: "draft",
  onError: (error) => {
    throw error;
  },
});
editor.setRootElement(element);
registerRichText(editor);
registerHistory(editor, createEmptyHistoryState(), 300);
editor.update(
  () => {
    const root = $getRoot();
    root.clear();
    for (const text of PARAGRAPHS) root.append($createParagraphNode().append($createTextNode(text)));
  },
  { tag: "history-merge" },
);
tell({ text: () => editor.getEditorState().read(() => $getRoot().getTextContent()) });

import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { createEditor, Node } from "slate";
import { withHistory } from "slate-history";
import { Editable, Slate, withReact } from "slate-react";
import { PARAGRAPHS, place, tell } from "./draft";

const editor = withHistory(withReact(createEditor()));
const initialValue = PARAGRAPHS.map((text) => ({ type: "paragraph", children: [{ text }] }));
createRoot(place()).render(
  createElement(
    Slate,
    { editor, initialValue },
    createElement(Editable, {
      // Slate leaves the keys of undo to the page.
      onKeyDown: (event: { ctrlKey: boolean; key: string; preventDefault(): void }) => {
        if (!event.ctrlKey || event.key !== "z") return;
        event.preventDefault();
        editor.undo();
      },
    }),
  ),
);
tell({ text: () => editor.children.map((node) => Node.string(node)).join("\n") });

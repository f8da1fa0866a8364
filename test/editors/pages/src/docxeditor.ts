import "@eigenpal/docx-editor-react/styles.css";
import { DocxEditor } from "@eigenpal/docx-editor-react";
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { docx, p, run } from "../../../support/docx";
import { PARAGRAPHS, place, tell } from "./draft";

// A real file, opened as the drafter's own would be; Word likes to cut a sentence into runs.
const bodies = PARAGRAPHS.map((text) =>
  p(
    text
      .split(/(担保法)/)
      .map((part) => run(part, part === "担保法" ? "<w:b/>" : ""))
      .join(""),
  ),
);
const file = docx(bodies.join(""));

let close: () => void = () => {};

function open(): void {
  const root = createRoot(place());
  close = () => root.unmount();
  root.render(
    createElement(DocxEditor, {
      documentBuffer: file,
      mode: "editing",
      showRuler: false,
      showOutlineButton: false,
      style: { height: "640px" },
      onEditorViewReady: (view) => {
        tell({ text: () => view.state.doc.textBetween(0, view.state.doc.content.size, "\n") });
      },
    }),
  );
}

open();
Object.assign(window, { openEditor: open, closeEditor: () => close() });

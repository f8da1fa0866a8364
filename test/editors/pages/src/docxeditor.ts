import "@eigenpal/docx-editor-react/styles.css";
import { renderAsync } from "@eigenpal/docx-editor-react";
import { docx, p } from "../../../support/docx";
import { PARAGRAPHS, place, tell } from "./draft";

/** The part of the hidden ProseMirror that is asked for its text. */
interface View {
  state: {
    doc: { content: { size: number }; textBetween(from: number, to: number, between: string): string };
  };
}

// A real file, opened as the drafter's own would be.
const file = docx(PARAGRAPHS.map((text) => p(text)).join(""));
const view = await new Promise<View>((ready) => {
  renderAsync(file, place(), {
    mode: "editing",
    showRuler: false,
    showOutlineButton: false,
    style: { height: "640px" },
    onEditorViewReady: (made: unknown) => ready(made as View),
  });
});
tell({ text: () => view.state.doc.textBetween(0, view.state.doc.content.size, "\n") });

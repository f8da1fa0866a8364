import { PARAGRAPHS, place, tell } from "./draft";

/** A fake of Google Docs: its annotated text, and the frame that takes its keys; nothing of the text is in the DOM. */
let text = `\u0003${PARAGRAPHS.join("\n")}\n`;
let selection = { start: 0, end: 0 };
place().className = "kix-appview-editor";
place().style.cssText = "width:800px;height:500px;border:1px solid gray";

const frame = document.createElement("iframe");
frame.className = "docs-texteventtarget-iframe";
frame.style.cssText = "position:absolute;left:-9999px;width:1px;height:1px";
document.body.append(frame);
const keys = frame.contentDocument?.createElement("div");
if (!keys) throw new Error("the frame has no document");
keys.contentEditable = "true";
frame.contentDocument?.body.append(keys);
keys.addEventListener("paste", (event) => {
  event.preventDefault();
  const put = event.clipboardData?.getData("text/plain") ?? "";
  text = text.slice(0, selection.start) + put + text.slice(selection.end);
});

Object.assign(window, {
  _docs_annotate_getAnnotatedText: async () => ({
    getText: () => text,
    getSelection: () => [selection],
    setSelection: (start: number, end: number) => {
      selection = { start, end };
    },
  }),
});
tell({ text: () => text });

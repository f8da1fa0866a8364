import { HTML, place, tell } from "./draft";

/** An empty frame that its page writes, as many older editors do. */
const frame = document.createElement("iframe");
frame.style.cssText = "width:700px;height:400px";
place().append(frame);
setTimeout(() => {
  const inner = frame.contentDocument;
  if (!inner) throw new Error("the frame has no document");
  inner.open();
  inner.write(`<!doctype html><body>${HTML}</body>`);
  inner.close();
  inner.designMode = "on";
  tell({ text: () => inner.body.textContent ?? "" });
}, 300);

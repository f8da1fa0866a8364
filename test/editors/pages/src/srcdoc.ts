import { HTML, place, tell } from "./draft";

const frame = document.createElement("iframe");
frame.style.cssText = "width:700px;height:400px";
frame.srcdoc = `<!doctype html><body contenteditable="true">${HTML}</body>`;
place().append(frame);
frame.addEventListener("load", () => tell({ text: () => frame.contentDocument?.body.textContent ?? "" }));

import { PARAGRAPHS, place, tell } from "./draft";

const input = document.createElement("input");
input.type = "text";
input.style.cssText = "width:900px;font-size:18px;padding:6px";
input.value = PARAGRAPHS[2] ?? "";
place().append(input);
tell({ text: () => input.value });

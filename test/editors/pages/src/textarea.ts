import { PARAGRAPHS, place, tell } from "./draft";

const area = document.createElement("textarea");
area.style.cssText = "width:640px;height:300px;font:18px/1.8 serif";
area.value = PARAGRAPHS.join("\n");
place().append(area);
tell({ text: () => area.value });

import { HTML, place, tell } from "./draft";

const root = place().attachShadow({ mode: "open" });
const element = document.createElement("div");
element.contentEditable = "true";
element.innerHTML = HTML;
root.append(element);
tell({ text: () => element.textContent ?? "" });

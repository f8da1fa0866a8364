import { HTML, place, tell } from "./draft";

const element = place();
element.contentEditable = "true";
element.innerHTML = HTML;
tell({ text: () => element.textContent ?? "" });

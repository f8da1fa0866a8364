import { HTML, place, tell } from "./draft";

/** Two editors on one page; more come and go at the tests' word. */
function add(id: string): HTMLElement {
  const element = document.createElement("div");
  element.id = id;
  element.contentEditable = "true";
  element.style.cssText = "margin-bottom:24px;border:1px solid gray;min-height:60px";
  element.innerHTML = HTML;
  place().append(element);
  return element;
}

add("first");
add("second");
Object.assign(window, { addEditor: add });
tell({ text: () => place().textContent ?? "" });

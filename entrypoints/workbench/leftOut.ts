import { element } from "../content/card/element";
import { part } from "../shared/page";
import { word } from "../shared/words";
import type { LeftOut } from "./ignoredFiles";

/** Says which of the chosen files were not checked: those of other formats, and those that ignore files exclude. */
export function showLeftOut(otherFormats: readonly string[], { by, paths }: LeftOut): void {
  show("skipped", word("skipped", otherFormats.length), otherFormats);
  show("ignored", word("ignored", by.join("、"), paths.length), paths);
}

function show(id: "skipped" | "ignored", title: string, paths: readonly string[]): void {
  part(id, HTMLElement).hidden = paths.length === 0;
  part(`${id}-title`, HTMLElement).textContent = title;
  part(`${id}-files`, HTMLElement).replaceChildren(...paths.map((path) => element("li", {}, path)));
}

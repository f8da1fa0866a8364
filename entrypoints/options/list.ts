import { element } from "../content/card/element";
import { part } from "../shared/page";
import { word } from "../shared/words";

export interface Row {
  text: string;
  /** What its button does; none when there is nothing to take away. */
  remove?: () => Promise<void>;
}

/** Shows a list with a button on each row, or that there is nothing. */
export function showList(id: string, rows: readonly Row[], button: string): void {
  part(id, HTMLUListElement).replaceChildren(
    ...(rows.length === 0 ? [element("li", { class: "none" }, word("nothingKept"))] : []),
    ...rows.map(({ text, remove }) => {
      const item = element("li", {}, element("span", { class: "text" }, text));
      if (!remove) return item;
      const control = element(
        "button",
        { type: "button", "aria-label": `${word(button)}：${text}` },
        word(button),
      );
      control.addEventListener("click", () => void remove());
      item.append(control);
      return item;
    }),
  );
}

/** Shows lines of text as they are: what an import said. */
export function showLines(id: string, lines: readonly string[]): void {
  const list = part(id, HTMLUListElement);
  list.replaceChildren(...lines.map((line) => element("li", { class: "text" }, line)));
}

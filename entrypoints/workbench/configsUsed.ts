import { element } from "../content/card/element";
import { part } from "../shared/page";
import { word } from "../shared/words";
import type { ConfigUse, Done } from "./exchange";

/**
 * Shows which configuration each document was checked by, and what of them is of no use here; returns how to say it of one.
 * Where the settings alone speak there is nothing to say.
 */
export function showConfigs({
  uses,
  configNotes,
}: Pick<Done, "uses" | "configNotes">): (path: string) => string {
  const notes = part("config-notes", HTMLUListElement);
  notes.hidden = configNotes.length === 0;
  notes.replaceChildren(...configNotes.map((note) => element("li", {}, note)));
  const isAnyInFolder = uses.some(({ config }) => config !== null);
  part("configs", HTMLElement).hidden = !isAnyInFolder;
  part("config-uses", HTMLElement).replaceChildren(...uses.map(showUse));
  if (!isAnyInFolder) return () => "";
  const byFile = new Map(
    uses.flatMap(({ config, checked }) => checked.map((path) => [path, config] as const)),
  );
  // A list of materials is no document: no configuration speaks of it.
  return (path) => (byFile.has(path) ? word("fileConfig", byFile.get(path) ?? word("fileSettings")) : "");
}

function showUse({ config, isBroken, checked, ignored }: ConfigUse): HTMLElement {
  const title = [
    config === null
      ? word("configOfSettings", checked.length)
      : word("configOfFolder", config, checked.length + ignored.length),
    ...(isBroken ? [word("configBroken")] : []),
    ...(ignored.length > 0 ? [word("configIgnores", ignored.length)] : []),
  ].join(" · ");
  const details = element("details", { class: "text" }, element("summary", {}, title));
  // Thousands of names are listed only for who asks.
  details.addEventListener("toggle", () => {
    if (!details.open || details.querySelector("ul")) return;
    const rows = [...checked, ...ignored.map((path) => word("configIgnored", path))];
    details.append(element("ul", {}, ...rows.map((row) => element("li", {}, row))));
  });
  return details;
}

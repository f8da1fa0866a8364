import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Takes from the script's world, once and before anything of the extension runs, what browsers got after Chromium 109; and the
 * Highlight API, which those of 104 and before lack. What a polyfill then brings along stays.
 */
const PRELUDE = `globalThis.isOlderBrowser ??= (() => {
  const take = (from, ...names) => { for (const name of names) if (from) delete from[name]; };
  for (const list of [Array.prototype, Object.getPrototypeOf(Int8Array.prototype)]) take(list, "toSorted", "toReversed", "toSpliced", "with");
  take(Array, "fromAsync"); take(Object, "groupBy"); take(Map, "groupBy"); take(Promise, "withResolvers", "try");
  take(String.prototype, "isWellFormed", "toWellFormed"); take(URL, "canParse", "parse"); take(RegExp, "escape");
  take(Uint8Array, "fromBase64", "fromHex"); take(Uint8Array.prototype, "toBase64", "toHex", "setFromBase64", "setFromHex");
  take(Set.prototype, "union", "intersection", "difference", "symmetricDifference", "isSubsetOf", "isSupersetOf", "isDisjointFrom");
  const iterator = Object.getPrototypeOf(Object.getPrototypeOf([].values()));
  take(iterator, "map", "filter", "take", "drop", "flatMap", "reduce", "toArray", "forEach", "some", "every", "find");
  take(AbortSignal, "any"); take(ArrayBuffer.prototype, "transfer", "transferToFixedLength", "resize");
  take(globalThis, "Iterator", "Highlight", "HighlightRegistry", "Float16Array");
  take(globalThis.CSS, "highlights");
  take(globalThis.Document?.prototype, "caretPositionFromPoint");
  take(globalThis.Element?.prototype, "setHTMLUnsafe", "getHTML", "moveBefore");
  // Frames are looked into from the page's own world, and have theirs.
  const { get } = Object.getOwnPropertyDescriptor(globalThis.HTMLIFrameElement?.prototype ?? {}, "contentDocument") ?? {};
  if (get) Object.defineProperty(HTMLIFrameElement.prototype, "contentDocument", { get() {
    const inner = get.call(this);
    take(inner?.defaultView, "Highlight", "HighlightRegistry");
    take(inner?.defaultView?.CSS, "highlights");
    return inner;
  } });
  return true;
})();
`;

/** Makes a copy of the extension run as in a browser of that age. An unknown permission is no error there, and gives nothing. */
export function makeOlder(extension: string): void {
  for (const name of readdirSync(extension, { recursive: true, encoding: "utf8" })) {
    if (!name.endsWith(".js")) continue;
    const path = join(extension, name);
    writeFileSync(path, PRELUDE + readFileSync(path, "utf8"));
  }
  const path = join(extension, "manifest.json");
  const { side_panel: _, ...manifest } = JSON.parse(readFileSync(path, "utf8"));
  const permissions = manifest.permissions.filter((name: string) => name !== "sidePanel");
  writeFileSync(path, JSON.stringify({ ...manifest, permissions }));
}

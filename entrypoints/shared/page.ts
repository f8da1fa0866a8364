import { browser } from "wxt/browser";
import { word } from "./words";

/** Puts the words of the browser's language into a page of the extension: data-word names the text, data-label the aria-label. */
export function translatePage(): void {
  document.documentElement.lang = browser.i18n.getUILanguage();
  for (const found of document.querySelectorAll<HTMLElement>("[data-word]")) {
    found.textContent = word(found.dataset.word ?? "");
  }
  for (const found of document.querySelectorAll<HTMLElement>("[data-label]")) {
    found.setAttribute("aria-label", word(found.dataset.label ?? ""));
  }
  document.title = `${word(document.documentElement.dataset.title ?? "extensionName")}`;
}

/** The element of this id, which the page's own HTML holds. */
export function part<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`the page has no ${id}`);
  return found;
}

/** Hands a text or bytes to the user as a file; nothing leaves the computer. */
export function saveFile(name: string, type: string, content: string | Uint8Array): void {
  const address = URL.createObjectURL(new Blob([content as BlobPart], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The download has its own hold on the content by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

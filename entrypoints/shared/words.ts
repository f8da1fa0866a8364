import { browser } from "wxt/browser";

/** A text of the extension's own interface, in the browser's language; findings are always Chinese. */
export function word(name: string, ...values: (string | number)[]): string {
  return browser.i18n.getMessage(name as "extensionName", values.map(String)) || name;
}

import { browser } from "wxt/browser";

/** The names are those of public/_locales/; a test compares them, so that they need not be generated types. */
const { i18n } = browser as unknown as {
  i18n: { getMessage(name: string, values?: readonly string[]): string };
};

const known = new Map<string, string>();

/** A text of the extension's own interface, in the browser's language; findings are always Chinese. */
export function word(name: string, ...values: (string | number)[]): string {
  // The browser reads its table anew for each question, and some are asked on every keystroke.
  const key = [name, ...values].join("\u001f");
  const found = known.get(key) ?? (i18n.getMessage(name, values.map(String)) || name);
  known.set(key, found);
  return found;
}

import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const ENTRYPOINTS = resolve(import.meta.dirname, "../../entrypoints");

type Messages = Record<string, { message: string }>;

const languages = Object.fromEntries(
  ["zh_CN", "en"].map((language) => {
    const path = join(ENTRYPOINTS, "public/_locales", language, "messages.json");
    return [language, JSON.parse(readFileSync(path, "utf8")) as Messages];
  }),
);

/** Names as code and pages use them; computed ones (a severity, a state) are not among them. */
function namesUsed(): Set<string> {
  const names = new Set<string>();
  for (const path of readdirSync(ENTRYPOINTS, { recursive: true, encoding: "utf8" })) {
    if (!/\.(?:ts|html)$/.test(path)) continue;
    const text = readFileSync(join(ENTRYPOINTS, path), "utf8");
    for (const [, name = ""] of text.matchAll(/(?:\bword\(|data-(?:word|label|title)=)"(\w+)"/g))
      names.add(name);
  }
  return names;
}

test.each(Object.keys(languages))("every word used is there in %s", (language) => {
  const missing = [...namesUsed()].filter((name) => !languages[language]?.[name]);
  expect(missing).toEqual([]);
});

test("both languages have the same words, with the same places for values", () => {
  const places = (messages: Messages | undefined) =>
    Object.fromEntries(
      Object.entries(messages ?? {}).map(([name, { message }]) => [
        name,
        [...message.matchAll(/\$(\d)/g)].map(([, place]) => place).sort(),
      ]),
    );
  expect(places(languages["en"])).toEqual(places(languages["zh_CN"]));
});

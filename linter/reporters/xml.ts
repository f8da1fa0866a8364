import type { Element } from "xast";
import { toXml } from "xast-util-to-xml";
import { x } from "xastscript";

/** A whole XML file whose root, with these attributes, has a child for each item; in parts, child by child. */
export function* xmlFile<T>(
  root: string,
  attributes: Readonly<Record<string, string>>,
  items: Iterable<T>,
  childOf: (item: T) => Element,
): Generator<string> {
  const [open, close] = toXml(x(root, { ...attributes }, x("child"))).split("<child></child>");
  yield `<?xml version="1.0" encoding="UTF-8"?>\n${open}`;
  for (const item of items) yield toXml(childOf(item));
  yield `${close}\n`;
}

/**
 * Text without the characters XML 1.0 cannot hold, not even escaped: controls, lone surrogates, non-characters. And
 * without “]]>”, which the serialiser leaves as it is, though it must not stand in content.
 */
export function xmlText(text: string): string {
  return text.replace(/[^\P{Cc}\t\n\r]|\p{Cs}|[\uFFFE\uFFFF]/gu, "").replaceAll("]]>", "]] >");
}

/** One line: line breaks in attributes come back as blanks anyway. */
export function xmlAttribute(text: string): string {
  return xmlText(text.replace(/\s*\n\s*/g, " "));
}

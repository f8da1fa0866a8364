import { SaxesParser } from "saxes";
import { unusualPrefixes, usualPrefix } from "./namespaces";

export type Attributes = Readonly<Record<string, string | undefined>>;

/**
 * What a part's reader hears. Names carry the usual prefixes (`w:p`, `mc:Choice`), whatever the file uses. `end` is the
 * offset in the XML behind the tag; an element without content has one tag, and so the same end twice.
 */
export interface XmlHandlers {
  open(name: string, attributes: Attributes, end: number): void;
  close?(name: string, end: number): void;
  /** Character data, entities resolved; one run of it may come in several calls. */
  text?(text: string): void;
}

/** The XML is not well-formed. The message is the parser's own, in English. */
export class BrokenXmlError extends Error {
  override readonly name = "BrokenXmlError";
}

/**
 * Streams over a part.
 * Full namespace processing doubles the time of parsing, so names are taken as they stand when the file declares
 * the usual prefixes, and translated by prefix when it declares others.
 */
export function streamXml(xml: string, handlers: XmlHandlers): void {
  const prefixes = unusualPrefixes(xml);
  if (prefixes === null) streamScoped(xml, handlers);
  else if (prefixes.size === 0) streamPlain(xml, handlers);
  else streamPlain(xml, translate(handlers, prefixes));
}

function streamPlain(xml: string, handlers: XmlHandlers): void {
  const parser = new SaxesParser({ position: false, xmlns: false });
  parser.on("error", fail);
  parser.on("opentag", (tag) => handlers.open(tag.name, tag.attributes, parser.position));
  parser.on("closetag", (tag) => handlers.close?.(tag.name, parser.position));
  listenToText(parser, handlers);
  parser.write(xml).close();
}

function streamScoped(xml: string, handlers: XmlHandlers): void {
  const parser = new SaxesParser({ position: false, xmlns: true });
  const nameOf = (tag: { prefix: string; local: string; uri: string }) =>
    join(tag.uri ? usualPrefix(tag.prefix, tag.uri) : tag.prefix, tag.local);
  parser.on("error", fail);
  parser.on("opentag", (tag) => {
    const attributes: Record<string, string> = Object.create(null);
    for (const attribute of Object.values(tag.attributes)) attributes[nameOf(attribute)] = attribute.value;
    handlers.open(nameOf(tag), attributes, parser.position);
  });
  parser.on("closetag", (tag) => handlers.close?.(nameOf(tag), parser.position));
  listenToText(parser, handlers);
  parser.write(xml).close();
}

function listenToText(parser: Pick<SaxesParser, "on">, handlers: XmlHandlers): void {
  const { text } = handlers;
  if (!text) return;
  parser.on("text", (data) => text.call(handlers, data));
  parser.on("cdata", (data) => text.call(handlers, data));
}

function fail(error: Error): never {
  throw new BrokenXmlError(error.message);
}

/** Handlers that hear the usual names from a parser that gives the file's own. */
function translate(handlers: XmlHandlers, prefixes: ReadonlyMap<string, string>): XmlHandlers {
  const known = new Map<string, string>();
  const elementName = (name: string) => {
    let usual = known.get(name);
    if (usual === undefined) {
      const colon = name.indexOf(":");
      const prefix = colon < 0 ? "" : name.slice(0, colon);
      usual = join(prefixes.get(prefix) ?? prefix, name.slice(colon + 1));
      known.set(name, usual);
    }
    return usual;
  };
  // The default namespace does not hold for attributes.
  const attributeName = (name: string) => (name.includes(":") ? elementName(name) : name);
  return {
    open(name, attributes, end) {
      const usual: Record<string, string | undefined> = Object.create(null);
      for (const key in attributes) usual[attributeName(key)] = attributes[key];
      handlers.open(elementName(name), usual, end);
    },
    close: (name, end) => handlers.close?.(elementName(name), end),
    text: handlers.text?.bind(handlers),
  };
}

function join(prefix: string, local: string): string {
  return prefix ? `${prefix}:${local}` : local;
}

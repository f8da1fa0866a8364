import { streamXml } from "../../readers/xml";
import { tagStart } from "./elements";
import type { Splices } from "./splices";

const TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main";

/** 文字标记语言的命名空间: which WordprocessingML a part speaks, and under which prefix. */
export interface WordNamespace {
  uri: string;
  strict: boolean;
  /** To stand in the first tag of what is put in: empty where `w:` means what it usually does. */
  declaration: string;
}

export function wordNamespace(xml: string): WordNamespace {
  const strict = !xml.includes(TRANSITIONAL) && xml.includes(STRICT);
  const uri = strict ? STRICT : TRANSITIONAL;
  const usual = new RegExp(`xmlns:w\\s*=\\s*["']${uri}["']`).test(rootTag(xml));
  return { uri, strict, declaration: usual ? "" : ` xmlns:w="${uri}"` };
}

function rootTag(xml: string): string {
  return /<[^?!][^>]*>/.exec(xml)?.[0] ?? "";
}

/** Text as character data or a quoted attribute. What XML cannot hold (control characters) becomes a blank. */
export function escapeXml(text: string): string {
  return text.replace(NOT_XML, " ").replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const NOT_XML = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/g;
const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Puts XML in as the last child of the root element; `child` gets the root's own prefix ("" or "ns0:"). */
export function appendToRoot(xml: string, splices: Splices, child: (prefix: string) => string): void {
  let depth = 0;
  let opened = 0;
  let closed = 0;
  streamXml(xml, {
    open(_name, _attributes, end) {
      if (depth++ === 0) opened = end;
    },
    close(_name, end) {
      if (--depth === 0) closed = end;
    },
  });
  const name = rawName(xml, opened);
  const inner = child(name.slice(0, name.indexOf(":") + 1));
  if (closed === opened) splices.replace(opened - 2, opened, `>${inner}</${name}>`);
  else splices.insert(tagStart(xml, closed), inner);
}

/** The name of the opening tag that ends at this offset, with the prefix the file uses. */
export function rawName(xml: string, openEnd: number): string {
  return /^<([^\s/>]+)/.exec(xml.slice(tagStart(xml, openEnd), openEnd))?.[1] ?? "";
}

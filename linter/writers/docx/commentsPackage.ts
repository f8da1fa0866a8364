import type { DocxPackage } from "../../readers/docx/package";
import { appendToRoot, escapeXml, wordNamespace } from "./markup";
import { Splices } from "./splices";
import { XmlPart } from "./xmlPart";

const CONTENT_TYPES = "[Content_Types].xml";
const COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
const TRANSITIONAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";
const STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments";

/** Where the comments of a document are, or would be. */
export interface CommentsLocation {
  name: string;
  /** The main part refers to it and it is there. */
  exists: boolean;
}

export function locateComments(pack: DocxPackage): CommentsLocation {
  const related = pack.relationships(pack.mainPart).find(({ type }) => type === "comments");
  if (related && pack.has(related.target)) return { name: related.target, exists: true };
  const folder = pack.mainPart.slice(0, pack.mainPart.lastIndexOf("/") + 1);
  let name = related?.target ?? `${folder}comments.xml`;
  for (let count = 1; pack.has(name); count++) name = `${folder}comments${count}.xml`;
  return { name, exists: false };
}

/** The parts that make a new comments part known: its content type and the main part's relationship, where missing. */
export function declareComments(
  pack: DocxPackage,
  comments: string,
  documentXml: string,
): Map<string, Uint8Array> {
  const changed = new Map<string, Uint8Array>();
  const types = pack.readBytes([CONTENT_TYPES]).get(CONTENT_TYPES);
  if (types) {
    const part = new XmlPart(pack, CONTENT_TYPES, types);
    if (!declares(pack, part, comments)) {
      const attributes = `PartName="/${escapeXml(comments)}" ContentType="${COMMENTS_TYPE}"`;
      changed.set(
        CONTENT_TYPES,
        append(part, (prefix) => `<${prefix}Override ${attributes}/>`),
      );
    }
  }
  if (!pack.relationships(pack.mainPart).some(({ target }) => target === comments)) {
    const name = pack.relationshipsPart(pack.mainPart);
    const type = wordNamespace(documentXml).strict ? STRICT : TRANSITIONAL;
    const bytes =
      pack.readBytes([name]).get(name) ??
      new TextEncoder().encode(`<Relationships xmlns="${RELATIONSHIPS}"></Relationships>`);
    const part = new XmlPart(pack, name, bytes);
    const attributes = `Id="${freeId(part.xml)}" Type="${type}" Target="${escapeXml(targetFrom(pack.mainPart, comments))}"`;
    changed.set(
      name,
      append(part, (prefix) => `<${prefix}Relationship ${attributes}/>`),
    );
  }
  return changed;
}

function declares(pack: DocxPackage, types: XmlPart, comments: string): boolean {
  let found = false;
  pack.stream(types.name, types.xml, {
    open(_name, { PartName: name }) {
      if (name?.replace(/^\//, "").toLowerCase() === comments.toLowerCase()) found = true;
    },
  });
  return found;
}

function append(part: XmlPart, child: (prefix: string) => string): Uint8Array {
  const splices = new Splices();
  appendToRoot(part.xml, splices, child);
  return part.encode(splices.apply(part.xml));
}

function freeId(relationships: string): string {
  let count = 1;
  while (relationships.includes(`"rId${count}"`) || relationships.includes(`'rId${count}'`)) count++;
  return `rId${count}`;
}

/** As Word writes it: relative to the folder of the main part, if the comments are in it. */
function targetFrom(main: string, part: string): string {
  const folder = main.slice(0, main.lastIndexOf("/") + 1);
  return part.startsWith(folder) ? part.slice(folder.length) : `/${part}`;
}

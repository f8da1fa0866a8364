import type { Attributes } from "../xml";
import { resolvePart, type ZipPackage } from "../zipPackage";
import { parseNumbers } from "./numbers";

/** The root parts of the documents in the file, as OFD.xml names them: nearly always one, Doc_0/Document.xml. */
export function findDocuments(pack: ZipPackage): string[] {
  const roots: string[] = [];
  let reading = false;
  let root = "";
  pack.stream("OFD.xml", requirePart(pack, "OFD.xml"), {
    open(name) {
      reading = name === "ofd:DocRoot";
      if (reading) root = "";
    },
    text(text) {
      if (reading) root += text;
    },
    close(name) {
      if (name === "ofd:DocRoot") roots.push(resolvePart("", root.trim()));
      reading = false;
    },
  });
  if (roots.length === 0) throw pack.damaged("OFD.xml 没有指明文档");
  return roots;
}

/** 页树: the parts of a document's pages in order, and the height of its paper in millimetres. */
export interface Outline {
  parts: string[];
  height: number;
}

export function findPages(pack: ZipPackage, root: string): Outline {
  const folder = root.slice(0, root.lastIndexOf("/") + 1);
  const outline: Outline = { parts: [], height: 297 };
  let inBox = false;
  let box = "";
  pack.stream(root, requirePart(pack, root), {
    open(name: string, { BaseLoc: location }: Attributes) {
      if (name === "ofd:Page" && location) outline.parts.push(resolvePart(folder, location));
      inBox = name === "ofd:PhysicalBox";
    },
    text(text) {
      if (inBox) box += text;
    },
    close() {
      inBox = false;
    },
  });
  const height = parseNumbers(box)[3];
  if (height !== undefined && height > 0) outline.height = height;
  if (outline.parts.length === 0) throw pack.damaged(`${root} 里没有页面`);
  return outline;
}

function requirePart(pack: ZipPackage, part: string): string {
  const xml = pack.read([part]).get(part);
  if (xml === undefined) throw pack.damaged(`缺少 ${part}`);
  return xml;
}

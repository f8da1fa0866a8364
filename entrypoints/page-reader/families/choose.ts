import { canvasEditor } from "./canvasEditor";
import { feishu } from "./feishu";
import { googleDocs } from "./googleDocs";
import { onlyOffice } from "./onlyOffice";
import type { PageDocument, PageWorld } from "./pageFamily";
import { tencentDocs } from "./tencentDocs";
import { univer } from "./univer";
import { wps } from "./wps";
import { yuque } from "./yuque";

const FAMILIES = [canvasEditor, univer, wps, tencentDocs, googleDocs, onlyOffice, feishu, yuque];

/** The editors whose page object is there. A page may have a global of the same name for something else: each is asked. */
export function findDocuments(world: PageWorld): { family: string; document: PageDocument }[] {
  return FAMILIES.flatMap(({ name, find }) => {
    const document = find(world);
    return document ? [{ family: name, document }] : [];
  });
}

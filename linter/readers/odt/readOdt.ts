import type { OfficialDocument } from "../../document/document";
import { UnreadableDocumentError } from "../unreadable";
import { ZipPackage } from "../zipPackage";
import { ListCounters } from "./lists";
import { OdtStory } from "./story";
import { OdtStyles } from "./styles";

const MANIFEST = "META-INF/manifest.xml";
const CONTENT = "content.xml";
const STYLES = "styles.xml";

/**
 * Reads an OpenDocument text (.odt, ISO/IEC 26300): the body with tables and text boxes, then notes, then headers and
 * footers. Automatic numbers are computed; tracked changes are read as accepted; comments and hidden text are left out.
 * @throws UnreadableDocumentError if the file is damaged, protected by a password, too large, or shows no text.
 */
export function readOdt(bytes: Uint8Array, path: string): OfficialDocument {
  const pack = new ZipPackage(bytes, path);
  const parts = pack.read([MANIFEST]);
  if (parts.get(MANIFEST)?.includes("encryption-data")) {
    throw new UnreadableDocumentError(path, "文件有密码保护，无法读取");
  }
  const texts = pack.read([CONTENT, STYLES]);
  const content = texts.get(CONTENT);
  if (content === undefined) throw pack.damaged(`缺少 ${CONTENT}`);
  const stylesXml = texts.get(STYLES);

  const styles = new OdtStyles();
  if (stylesXml !== undefined) pack.stream(STYLES, stylesXml, styles.collect());
  pack.stream(CONTENT, content, styles.collect());

  const story = new OdtStory(styles, new ListCounters(styles), new Map([["office:text", "paragraph"]]));
  pack.stream(CONTENT, content, story);
  const { blocks } = story.body;
  for (const { text, traits } of story.notes) story.body.add(text, traits);
  if (stylesXml !== undefined) readFurniture(pack, stylesXml, styles, story);
  if (blocks.length === 0) throw new UnreadableDocumentError(path, "文件里没有文字。");
  return { path, format: "odt", blocks, metadata: [], readerNotes: [] };
}

/** Headers and footers stand in the master pages; left and right pages often have the same. */
function readFurniture(pack: ZipPackage, xml: string, styles: OdtStyles, story: OdtStory): void {
  const furniture = new OdtStory(
    styles,
    new ListCounters(styles),
    new Map([
      ["style:header", "header"],
      ["style:header-left", "header"],
      ["style:header-first", "header"],
      ["style:footer", "footer"],
      ["style:footer-left", "footer"],
      ["style:footer-first", "footer"],
    ]),
  );
  pack.stream(STYLES, xml, furniture);
  const shown = new Set<string>();
  for (const { role, text } of furniture.body.blocks) {
    if (shown.has(`${role} ${text}`)) continue;
    shown.add(`${role} ${text}`);
    story.body.add(text, { role });
  }
}

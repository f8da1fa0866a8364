import type { OfficialDocument } from "../../document/document";
import type { Edit } from "../../engine/finding";
import { hasCharacterData } from "../../readers/docx/textNodes";
import { editParts } from "../narrow";
import { position, realSegments } from "./anchor";
import type { PartMap, TextNode } from "./partMap";

/** A stretch of one text node that an edit takes out, and the text it puts there; no text in all but the first piece. */
export interface EditPiece {
  node: number;
  from: number;
  to: number;
  /** What stands there, as the document shows it. */
  old: string;
  text: string;
}

/** An edit as the file sees it. */
export interface LocatedEdit {
  edit: Edit;
  part: string;
  pieces: readonly EditPiece[];
}

/** The pieces of an edit; a string is the reason, in Chinese, why it cannot be made. Null: it changes nothing. */
export function locateEdit(document: OfficialDocument, edit: Edit): LocatedEdit | string | null {
  const block = document.blocks[edit.place.block];
  if (block?.origin.kind !== "docx") return "找不到要修改的段落";
  const { part, segments } = block.origin;
  const real = realSegments(segments);
  const pieces: EditPiece[] = [];
  for (const small of editParts(block.text, edit)) {
    const located = piecesOf(block.text, real, small);
    if (typeof located === "string") return located;
    pieces.push(...located);
  }
  return pieces.length === 0 ? null : { edit, part, pieces };
}

function piecesOf(
  blockText: string,
  real: ReturnType<typeof realSegments>,
  { place, text }: Edit,
): EditPiece[] | string {
  const covered = real.filter(({ start, end }) => start < place.end && end > place.start);
  const pieces: EditPiece[] = covered.map((segment, index) => {
    const start = Math.max(place.start, segment.start);
    const end = Math.min(place.end, segment.end);
    const { node, offset } = position(segment, start);
    const old = blockText.slice(start, end);
    return { node, from: offset, to: offset + end - start, old, text: index === 0 ? text : "" };
  });
  const length = pieces.reduce((sum, { old }) => sum + old.length, 0);
  if (length < place.end - place.start) return "这里有自动编号等由 Word 生成的文字，不能直接修改";
  if (place.start < place.end) return pieces;
  // What is only put in takes the formatting of the text before it.
  const beside =
    real.find(({ start, end }) => start < place.start && place.start <= end) ??
    real.find(({ start }) => start === place.start);
  if (!beside) return "这里只有由 Word 生成的文字，不能直接修改";
  const { node, offset } = position(beside, place.start);
  return [{ node, from: offset, to: offset, old: "", text }];
}

/** Why, in Chinese, a piece cannot be changed where it stands; null if it can. */
export function refusal({ node: index, from, to, old }: EditPiece, map: PartMap): string | null {
  const node = map.nodes.get(index);
  if (!node) return "在文件中没有找到要修改的文字";
  const { holder } = node;
  if (holder.generated) return "这里的文字由域或复选框生成，更新后会还原，请手工修改";
  if (!holder.simple) return "这里是公式或带拼音的文字，请手工修改";
  const around = new Set(holder.containers.map(({ name }) => name));
  if (around.has("w:del") || node.name === "w:delText") return "这里的文字已被修订删除";
  if (around.has("w:moveFrom") || around.has("w:moveTo"))
    return "这里的文字在修订中被移动，请先接受或拒绝修订";
  if (!hasCharacterData(node.name)) return null;
  if (!node.divisible) return "这里的文字写法特殊，请手工修改";
  return shownText(node, from, to) === old ? null : "这里用了符号字体，请手工修改";
}

function shownText({ text }: TextNode, from: number, to: number): string {
  return text.slice(from, to).replace(/[\t\r\n]/g, " ");
}

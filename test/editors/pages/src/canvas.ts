import Editor from "@hufe921/canvas-editor";
import { PARAGRAPHS, place, tell } from "./draft";

/** canvas-editor; `?long` gives it several pages, `?api` keeps the editor in a global name, as its own demonstration does. */
const SENTENCE =
  "各单位要加强组织领导，细化工作措施，明确责任分工，及时研究解决工作中的困难和问题，确保各项任务落到实处。";
const filler = Array.from({ length: 30 }, (_, index) => `第${index + 1}项，${SENTENCE.repeat(3)}`);
const isLong = location.search.includes("long");
const texts = isLong ? [...PARAGRAPHS.slice(0, 3), ...filler, ...PARAGRAPHS.slice(3)] : PARAGRAPHS;

const editor = new Editor(place() as HTMLDivElement, [{ value: texts.join("\n") }], {
  height: 1123,
  width: 794,
});
if (location.search.includes("api")) Object.assign(window, { editor });

/** Where the editor itself says that words stand, in the window; one rectangle a row. */
function rectanglesOf(words: string) {
  const [found] = editor.command.getKeywordContext(words) ?? [];
  if (!found) return [];
  const canvas = document.querySelectorAll("#editor canvas")[found.startPosition.pageNo];
  const box = canvas?.getBoundingClientRect();
  if (!box) return [];
  const { leftTop, leftBottom } = found.startPosition.coordinate;
  const { rightTop } = found.endPosition.coordinate;
  const [left, top] = [leftTop[0] ?? 0, leftTop[1] ?? 0];
  return [
    {
      left: box.left + left,
      top: box.top + top,
      right: box.left + (rightTop[0] ?? 0),
      bottom: box.top + (leftBottom[1] ?? 0),
    },
  ];
}

tell({ text: () => editor.command.getText().main });
Object.assign(window, { rectanglesOf });

import { PARAGRAPHS, place, tell } from "./draft";

/**
 * A draft of 200,000 characters, or as many thousands as `?thousands=20` says, with a finding in every twentieth paragraph;
 * `?field` shows it in a text area.
 */
const query = new URLSearchParams(location.search);
const SENTENCE =
  "各单位要加强组织领导，细化工作措施，明确责任分工，及时研究解决工作中的困难和问题，确保各项任务落到实处。";
const count = Number(query.get("thousands") ?? 200) * 5;
const paragraphs = Array.from({ length: count }, (_, index) => {
  const start = index % 20 === 0 ? "根据《中华人民共和国合同法》，" : `第${index}项，`;
  return (start + SENTENCE.repeat(4)).slice(0, 200);
});
const texts = [...PARAGRAPHS.slice(0, 2), ...paragraphs];

const isField = query.has("field");
const element = document.createElement(isField ? "textarea" : "div");
element.style.cssText = "display:block;width:800px;height:600px;overflow:auto;font:16px/1.8 sans-serif";
if (isField) (element as HTMLTextAreaElement).value = texts.join("\n");
else {
  element.contentEditable = "true";
  element.append(
    ...texts.map((text) => {
      const paragraph = document.createElement("p");
      paragraph.textContent = text;
      return paragraph;
    }),
  );
}
place().append(element);
tell({ text: () => (isField ? (element as HTMLTextAreaElement).value : (element.textContent ?? "")) });

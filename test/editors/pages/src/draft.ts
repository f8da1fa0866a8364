/** The draft that every page shows; scenarios look for its quotes. */
export const PARAGRAPHS = [
  "云溪县人民政府办公室关于加强合同管理的通知",
  "各乡镇人民政府，县政府各部门：",
  "为规范合同管理，根据《中华人民共和国合同法》和《中华人民共和国安全生产法》，现就有关事项通知如下。",
  "一、依法办理《中华人民共和国担保法》规定的事项，防范风险。",
  "二、各单位要明确专人负责，按时报送情况。",
  "云溪县人民政府办公室",
  "2026年11月20日",
  "（此件公开发布）",
];

export const HTML = PARAGRAPHS.map((text) => `<p>${text}</p>`).join("");

/** What a page tells its tests: the text as the editor's own model has it. */
export interface EditorUnderTest {
  text(): string;
}

export function tell(editor: EditorUnderTest): void {
  (window as unknown as { editorUnderTest: EditorUnderTest }).editorUnderTest = editor;
}

export function place(): HTMLElement {
  const found = document.getElementById("editor");
  if (!found) throw new Error("the page has no #editor");
  return found;
}

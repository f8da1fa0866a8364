import { HTML, PARAGRAPHS, place, tell } from "./draft";

/**
 * A draft within two scrolling containers, beside a bar and below a picture, all of which its tests move. `?field` shows it in
 * a text area; `?shadow` puts the inner container with the draft into an open shadow tree; `?modal` fixes it over a wrapper
 * that shows nothing of itself.
 */
const query = new URLSearchParams(location.search);
const FILLING = Array.from({ length: 12 }, (_, index) => `第${index + 1}项工作按计划推进，按月报送进度。`);

const style = document.createElement("style");
style.textContent = `
  #editor{display:flex;width:900px;max-width:100%}
  #bar{flex:none;width:140px;background:#eee}
  html[data-bar=wide] #bar{width:260px}
  #bar.slow{transition:width 1800ms linear}
  #outer{flex:1;min-width:0;height:430px;overflow:auto;border:7px solid #999;padding:11px}
  #before,#after{height:90px}
  #after{height:600px}
  #picture{display:block}
`;
document.head.append(style);

const SHEET = `
  #inner{height:300px;overflow:auto;border:5px solid #999;padding:9px;box-sizing:border-box}
  #draft{display:block;font:18px/1.8 serif;border:3px solid #333;padding:6px 8px;margin:0;box-sizing:border-box}
  div#draft{min-height:500px}
  textarea#draft{width:92.5%;height:520px}
`;

function piece<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  id: string,
  ...inside: Node[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.id = id;
  made.append(...inside);
  return made;
}

const isField = query.has("field");
const draft = isField ? piece("textarea", "draft") : piece("div", "draft");
if (draft instanceof HTMLTextAreaElement) draft.value = [...PARAGRAPHS, ...FILLING].join("\n");
else {
  draft.contentEditable = "true";
  draft.innerHTML = HTML + FILLING.map((text) => `<p>${text}</p>`).join("");
}
const inner = piece("div", "inner", piece("div", "above"), draft);
const picture = piece("img", "picture");
const outer = piece("div", "outer", piece("div", "before"), picture);
place().append(piece("div", "bar"), outer);

const sheet = document.createElement("style");
sheet.textContent = SHEET;
if (query.has("shadow")) {
  const host = piece("div", "host");
  host.attachShadow({ mode: "open" }).append(sheet, inner);
  outer.append(host);
} else {
  document.head.append(sheet);
  outer.append(inner);
}
if (query.has("modal")) {
  outer.style.cssText = "height:30px;overflow:hidden";
  inner.style.cssText = "position:fixed;left:100px;top:200px;width:600px";
}
outer.append(piece("div", "after"));

tell({ text: () => (draft instanceof HTMLTextAreaElement ? draft.value : (draft.textContent ?? "")) });

import { HTML, tell } from "./draft";

interface Ueditor {
  getEditor(
    id: string,
    options: object,
  ): { ready(done: () => void): void; setContent(html: string): void; getContentTxt(): string };
}

const HOME = "/node_modules/ueditor/example/public/ueditor/";
(window as unknown as { UEDITOR_HOME_URL: string }).UEDITOR_HOME_URL = HOME;

await load("ueditor.config.js");
await load("ueditor.all.js");
await load("lang/zh-cn/zh-cn.js");
const { UE } = window as unknown as { UE: Ueditor };
const editor = UE.getEditor("editor", {
  serverUrl: "",
  initialFrameHeight: 320,
  autoHeightEnabled: false,
  toolbars: [["undo", "redo", "bold"]],
  elementPathEnabled: false,
});
editor.ready(() => {
  editor.setContent(HTML);
  tell({ text: () => editor.getContentTxt() });
});

function load(name: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = HOME + name;
    script.onload = resolve;
    script.onerror = reject;
    document.head.append(script);
  });
}

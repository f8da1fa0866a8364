import { createEditor } from "@wangeditor/editor";
import "@wangeditor/editor/dist/css/style.css";
import { HTML, place, tell } from "./draft";

place().style.height = "360px";
const editor = createEditor({ selector: "#editor", html: HTML, mode: "simple" });
tell({ text: () => editor.getText() });

import { HTML, tell } from "./draft";

interface TinyMce {
  init(options: object): Promise<{ getContent(options: object): string }[]>;
}

/** TinyMCE finds its skins beside its own script: it is loaded as a page would. */
const script = document.createElement("script");
script.src = "/node_modules/tinymce/tinymce.min.js";
script.onload = async () => {
  const { tinymce } = window as unknown as { tinymce: TinyMce };
  const [editor] = await tinymce.init({
    selector: "#editor",
    license_key: "gpl",
    height: 400,
    menubar: false,
    promotion: false,
    branding: false,
    setup: (made: { on(name: string, listener: () => void): void; setContent(html: string): void }) => {
      made.on("init", () => made.setContent(HTML));
    },
  });
  tell({ text: () => editor?.getContent({ format: "text" }) ?? "" });
};
document.head.append(script);

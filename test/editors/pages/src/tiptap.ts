import { Editor } from "@tiptap/core";
import StarterKit from "@tiptap/starter-kit";
import { HTML, place, tell } from "./draft";

const editor = new Editor({ element: place(), extensions: [StarterKit], content: HTML });
tell({ text: () => editor.getText({ blockSeparator: "\n" }) });

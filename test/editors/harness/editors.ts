import type { EditorPage } from "./editor";

/** Every editor that is tested for real, one page each. */
export const EDITORS: readonly EditorPage[] = [
  { name: "textarea", editable: "textarea", boxes: true },
  { name: "input", editable: "input", boxes: true, oneLine: true },
  { name: "contenteditable", editable: "#editor" },
  { name: "shadow", editable: "#editor div[contenteditable]" },
  { name: "srcdoc", frame: "#editor iframe", editable: "body" },
  { name: "blank", frame: "#editor iframe", editable: "body" },
  { name: "ckeditor", editable: ".ck-editor__editable" },
  { name: "tiptap", editable: ".ProseMirror" },
  { name: "quill", editable: ".ql-editor" },
  { name: "lexical", editable: "#editor" },
  { name: "slate", editable: "[data-slate-editor]" },
  { name: "wangeditor", editable: "[data-slate-editor]" },
  { name: "tinymce", frame: "iframe.tox-edit-area__iframe", editable: "body" },
  { name: "docxeditor", editable: ".paged-editor__pages" },
  { name: "ueditor", frame: "#ueditor_0", editable: "body" },
];

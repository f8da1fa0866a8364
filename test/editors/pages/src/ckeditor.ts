import { ClassicEditor, Essentials, Paragraph, Undo } from "ckeditor5";
import "ckeditor5/ckeditor5.css";
import { HTML, place, tell } from "./draft";

const editor = await ClassicEditor.create(place(), {
  licenseKey: "GPL",
  plugins: [Essentials, Paragraph, Undo],
  toolbar: ["undo", "redo"],
  initialData: HTML,
});
tell({
  text: () =>
    editor
      .getData()
      .replace(/<[^>]+>/g, "")
      .replace(/&nbsp;/g, " "),
});

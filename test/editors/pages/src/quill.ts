import Quill from "quill";
import "quill/dist/quill.snow.css";
import { HTML, place, tell } from "./draft";

const quill = new Quill(place(), { theme: "snow" });
quill.clipboard.dangerouslyPasteHTML(HTML);
quill.history.clear();
tell({ text: () => quill.getText() });

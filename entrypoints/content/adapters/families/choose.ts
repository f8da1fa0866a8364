import { ckeditor } from "./ckeditor";
import type { EditorFamily } from "./family";
import { generic } from "./generic";
import { lexical } from "./lexical";
import { prosemirror } from "./prosemirror";
import { quill } from "./quill";
import { slate } from "./slate";
import { tinymce } from "./tinymce";
import { ueditor } from "./ueditor";
import { wangeditor } from "./wangeditor";

const FAMILIES = [ckeditor, prosemirror, quill, lexical, wangeditor, slate, tinymce, ueditor];

export function familyOf(root: HTMLElement): EditorFamily {
  return FAMILIES.find((family) => family.matches(root)) ?? generic;
}

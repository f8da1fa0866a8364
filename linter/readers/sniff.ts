/** What the bytes of a file are, whatever its name says. */
export interface Content {
  kind: ContentKind;
  /** In Chinese, to be named to the user: “Word 文档（.docx）”. */
  name: string;
}

export type ContentKind =
  | "empty"
  | "docx"
  | "odt"
  | "ofd"
  | "uof"
  | "zip"
  | "cut-zip"
  | "ole"
  | "pdf"
  | "rtf"
  | "mhtml"
  | "html"
  | "xml"
  | "image"
  | "archive"
  | "program"
  | "text";

/** Leading bytes (as Latin-1) of formats that are told by them. */
const SIGNATURES: readonly (readonly [string, ContentKind, string])[] = [
  ["\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "ole", "Word 97—2003 或 WPS 文档（.doc、.wps）"],
  ["{\\rtf", "rtf", "RTF 文档（.rtf）"],
  ["\x89PNG", "image", "图片（.png）"],
  ["\xFF\xD8\xFF", "image", "图片（.jpg）"],
  ["GIF8", "image", "图片（.gif）"],
  ["BM", "image", "图片（.bmp）"],
  ["II*\0", "image", "图片（.tif）"],
  ["MM\0*", "image", "图片（.tif）"],
  ["Rar!", "archive", "压缩包（.rar）"],
  ["7z\xBC\xAF\x27\x1C", "archive", "压缩包（.7z）"],
  ["\x1F\x8B", "archive", "压缩包（.gz）"],
  ["MZ", "program", "程序文件"],
  ["\x7FELF", "program", "程序文件"],
];

/** Parts whose name shows what a zip holds. */
const ZIP_PARTS: readonly (readonly [string, ContentKind, string])[] = [
  ["word/document.xml", "docx", "Word 文档（.docx）"],
  ["application/vnd.oasis.opendocument.text", "odt", "ODF 文档（.odt）"],
  ["OFD.xml", "ofd", "OFD 版式文件（.ofd）"],
  ["uof.xml", "uof", "标文通文档（.uof）"],
  ["xl/workbook.xml", "zip", "Excel 表格（.xlsx）"],
  ["ppt/presentation.xml", "zip", "PowerPoint 演示文稿（.pptx）"],
];

const HEAD = 4096;
/** The directory of a zip stands at its end and is seldom larger. */
const TAIL = 65_536;
/** Begins the last record of every zip (APPNOTE 4.3.16). */
const END_OF_ZIP = "PK\x05\x06";

/** Tells a file's content by its first bytes and, for a zip, by the names of its parts. */
export function sniff(bytes: Uint8Array): Content {
  if (bytes.length === 0) return { kind: "empty", name: "空文件" };
  const head = latin1(bytes.subarray(0, HEAD));
  if (head.startsWith("PK\x03\x04") || head.startsWith("PK\x05\x06")) return detectZip(bytes, head);
  for (const [signature, kind, name] of SIGNATURES) {
    if (head.startsWith(signature) && (signature.length > 2 || hasNul(head))) return { kind, name };
  }
  // Producers may put some bytes before the PDF header.
  if (
    /^[\s\S]{0,1024}?%PDF-\d/.test(head) &&
    (head.startsWith("%PDF") || hasNul(head) || bytes.length > HEAD)
  ) {
    return { kind: "pdf", name: "PDF 文件（.pdf）" };
  }
  return detectMarkup(head.replace(/\0/g, ""));
}

function detectZip(bytes: Uint8Array, head: string): Content {
  // Most begin with the part that tells.
  const first = partNamedIn(head);
  if (first) return first;
  // Part names are ASCII, which this decoder keeps; it is many times as quick as going byte by byte.
  const tail = new TextDecoder("windows-1252").decode(bytes.subarray(Math.max(0, bytes.length - TAIL)));
  return (
    partNamedIn(tail) ??
    (tail.includes(END_OF_ZIP)
      ? { kind: "zip", name: "压缩包（.zip）" }
      : { kind: "cut-zip", name: "不完整的压缩包" })
  );
}

function partNamedIn(names: string): Content | undefined {
  const found = ZIP_PARTS.find(([part]) => names.includes(part));
  return found && { kind: found[1], name: found[2] };
}

/** `head` without NUL, so that UTF-16 shows its ASCII. */
function detectMarkup(head: string): Content {
  const start = head.replace(/^(?:\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF)/, "").trimStart();
  if (
    /^MIME-Version:|^From: .*\r?\n(?:.*\r?\n)*?MIME-Version:/i.test(start) &&
    /multipart\/related/i.test(start)
  ) {
    return { kind: "mhtml", name: "单个文件网页（.mht）" };
  }
  if (
    /^(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:!doctype html|html|head|body|meta)\b/i.test(
      start,
    )
  ) {
    return { kind: "html", name: "网页（.html）" };
  }
  if (/^<\?xml[^>]*>\s*<(?:uof:)?UOF\b/.test(start)) return { kind: "uof", name: "标文通文档（.uof）" };
  if (start.startsWith("<?xml")) return { kind: "xml", name: "XML 文件" };
  return { kind: "text", name: "纯文本" };
}

function hasNul(head: string): boolean {
  return head.includes("\0");
}

function latin1(bytes: Uint8Array): string {
  // Handed over as they are: spreading them goes through an iterator, byte by byte.
  return Reflect.apply(String.fromCharCode, null, bytes);
}

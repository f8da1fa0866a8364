/** Compound File (OLE): old .doc and .wps files, and every password-protected .docx ([MS-OFFCRYPTO]). */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Why bytes are no zip, in Chinese; null if they look like one. */
export function explainNotZip(bytes: Uint8Array): string | null {
  if (bytes.length === 0) return "文件是空的";
  if (startsWith(bytes, [0x50, 0x4b])) return null;
  if (startsWith(bytes, COMPOUND_FILE)) {
    if (hasEntry(bytes, "EncryptedPackage")) return "文件有密码保护，无法读取";
    if (hasEntry(bytes, "WordDocument"))
      return "文件是旧版 Word 文档（.doc），扩展名却是 .docx，请改正扩展名";
    return "文件不是 .docx 文档，而是另一种复合文件";
  }
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) return "文件是 PDF，扩展名却是 .docx，请改正扩展名";
  if (startsWith(bytes, [0x7b, 0x5c, 0x72, 0x74, 0x66])) return "文件是 RTF，扩展名却是 .docx，请改正扩展名";
  return "文件不是 .docx 文档，或者已损坏（开头不是压缩包）";
}

/** Why a zip with these entries is no Word document, in Chinese. */
export function explainOtherPackage(names: ReadonlySet<string>): string {
  if (names.has("xl/workbook.xml")) return "文件是 Excel 工作簿，不是 Word 文档";
  if (names.has("ppt/presentation.xml")) return "文件是 PowerPoint 演示文稿，不是 Word 文档";
  return "文件不是 Word 文档：压缩包里没有正文（word/document.xml）";
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** Whether the directory of a compound file has an entry of this name (UTF-16LE, in slots of 128 bytes). */
function hasEntry(bytes: Uint8Array, name: string): boolean {
  for (let at = 512; at + 128 <= bytes.length; at += 128) {
    if (bytes[at] === name.charCodeAt(0) && nameAt(bytes, at, name)) return true;
  }
  return false;
}

function nameAt(bytes: Uint8Array, at: number, name: string): boolean {
  for (let i = 0; i < name.length; i++) {
    if (bytes[at + 2 * i] !== name.charCodeAt(i) || bytes[at + 2 * i + 1] !== 0) return false;
  }
  return bytes[at + 2 * name.length] === 0;
}

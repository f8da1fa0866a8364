/** What the first bytes of a file say it is; `text` when they say nothing else. */
export type Content = "text" | "html" | "zip" | "ole" | "pdf" | "rtf" | "image";

const SIGNATURES: readonly (readonly [Content, readonly number[]])[] = [
  ["zip", [0x50, 0x4b, 0x03, 0x04]],
  ["zip", [0x50, 0x4b, 0x05, 0x06]],
  ["ole", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ["pdf", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["rtf", [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ["image", [0x89, 0x50, 0x4e, 0x47]],
  ["image", [0xff, 0xd8, 0xff]],
  ["image", [0x47, 0x49, 0x46, 0x38]],
];

export function sniff(bytes: Uint8Array): Content {
  for (const [content, signature] of SIGNATURES) {
    if (signature.every((byte, index) => bytes[index] === byte)) return content;
  }
  const head = String.fromCharCode(...bytes.subarray(0, 256)).toLowerCase();
  return /^[^<]{0,8}<(!doctype html|html|head|body|meta)\b/.test(head) ? "html" : "text";
}

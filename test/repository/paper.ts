import type { ExampleSetting } from "../../linter/engine/rule";
import { docx, p } from "../support/docx";
import { odt } from "../support/odt";
import { ofd, ofdLine, setPages } from "../support/ofd";
import { standardDocx } from "../support/standardDocx";

export const FORMATS = ["md", "txt", "html", "docx", "odt", "ofd"] as const;
export type Format = (typeof FORMATS)[number];

/** One document before it is written in some format. Only what stands in it: no field says what is wrong with it. */
export interface Paper {
  /** Folder and file name, without the extension. */
  path: string;
  format: Format;
  /** 发文字号 */
  number: string | null;
  title: string;
  /** 主送机关 and 正文, a paragraph each. */
  lines: string[];
  /** 署名 and 成文日期 (2026年3月5日). */
  signer: string | null;
  date: string | null;
  /** 附注, 公开属性 and 附件 behind the date. */
  after: string[];
  /** YAML lines; only Markdown shows them. */
  frontMatter: string[];
  /** What of the standard's layout is not kept; only .docx shows it. */
  layout: ExampleSetting;
}

export function pathOf(paper: Paper): string {
  return `${paper.path}.${paper.format}`;
}

/** The bytes of a paper in its format. */
export function write(paper: Paper): Uint8Array {
  const { format, title, layout } = paper;
  const head = paper.number === null ? [] : [paper.number];
  const ending = [paper.signer, paper.date, ...paper.after].filter((line): line is string => line !== null);
  const rest = [...paper.lines, ...ending];
  if (format === "md") {
    const meta = paper.frontMatter.length > 0 ? `---\n${paper.frontMatter.join("\n")}\n---\n\n` : "";
    return utf8(`${meta}${[...head, `# ${title}`, ...rest].join("\n\n")}\n`);
  }
  if (format === "txt") return utf8(`${[...head, title, ...rest].join("\n")}\n`);
  if (format === "html") return utf8(html(head, title, rest));
  if (format === "odt")
    return odt([...head, title, ...rest].map((line) => `<text:p>${line}</text:p>`).join(""));
  if (format === "ofd") {
    const paragraphs = [
      ...head.map((line) => `^${line}`),
      `^${title}`,
      ...rest.map((line) => placed(line, paper)),
    ];
    return ofd({ pages: setPages(paragraphs).map((page) => page.map(ofdLine).join("")) });
  }
  // Companions follow no standard of layout.
  if (paper.date === null) return docx([title, ...rest].map((line) => p(line)).join(""));
  return standardDocx([...head, `# ${title}`, ...rest].join("\n\n"), { ...centred(paper), ...layout });
}

function placed(line: string, { signer, date }: Paper): string {
  if (line === signer || line === date) return `>${line}`;
  return line.endsWith("：") ? `<${line}` : line;
}

/** The signature stands centred above the date, which ends four characters from the right. */
function centred({ signer, date }: Paper): ExampleSetting {
  const width = (text: string | null) => (text ?? "").length - (text?.match(/\d/g)?.length ?? 0) / 2;
  return { signerRight: 4 + width(date) / 2 - width(signer) / 2 };
}

function html(head: readonly string[], title: string, rest: readonly string[]): string {
  const paragraphs = [
    ...head.map((line) => `<p>${line}</p>`),
    `<h1>${title}</h1>`,
    ...rest.map((line) => `<p>${line}</p>`),
  ];
  return `<!doctype html>\n<html lang="zh"><head><meta charset="utf-8"><title>${title}</title></head>\n<body>\n${paragraphs.join("\n")}\n</body></html>\n`;
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

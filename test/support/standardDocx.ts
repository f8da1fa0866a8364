import type { ExampleSetting } from "../../linter/engine/rule";
import { docx, p, run } from "./docx";

const twips = (millimetres: number) => Math.round((millimetres / 25.4) * 1440);
const letters = (font: string, size: number) =>
  `<w:rFonts w:ascii="Times New Roman" w:eastAsia="${font}" w:hAnsi="Times New Roman"/><w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/>`;

/** A document set after GB/T 9704—2012, but for what the setting says; Markdown of title, body, signature, date and note. */
export function standardDocx(markdown: string, setting: ExampleSetting = {}): Uint8Array {
  const { titleFont = "方正小标宋简体", titleSize = 22, bodyFont = "仿宋_GB2312", bodySize = 16 } = setting;
  const { headingFonts = ["黑体", "楷体_GB2312"] } = setting;
  const {
    firstLine = 2,
    noteFirstLine = 2,
    signerRight = 3.5,
    dateRight = 4,
    pageNumber = "outside",
  } = setting;
  const { page = { width: 210, height: 297 }, margins = [37, 26, 35, 28], linePitch = null } = setting;
  const lines = markdown.trim().split(/\n{2,}/);
  const text = letters(bodyFont, bodySize);
  const spacing = linePitch === null ? "" : `<w:spacing w:line="${linePitch * 20}" w:lineRule="exact"/>`;
  const indented = (characters: number) =>
    `${spacing}<w:ind w:firstLineChars="${characters * 100}" w:firstLine="${characters * bodySize * 20}"/>`;
  const onTheRight = (characters: number) =>
    `${spacing}<w:ind w:right="${characters * bodySize * 20}"/><w:jc w:val="right"/>`;
  const signature = lines.findIndex((line) => /^\d{4}年/.test(line)) - 1;
  const paragraphs = lines.map((line, index) => {
    if (line.startsWith("# "))
      return p(run(line.slice(2), letters(titleFont, titleSize)), '<w:jc w:val="center"/>');
    if (line.endsWith("：")) return p(run(line, text), spacing);
    if (index === signature) return p(run(line, text), onTheRight(signerRight));
    if (index === signature + 1) return p(run(line, text), onTheRight(dateRight));
    const [heading, level] = headingOf(line);
    const rest = line.slice(heading.length);
    const runs =
      (heading && run(heading, letters(headingFonts[level], bodySize))) + (rest && run(rest, text));
    return p(runs, indented(/^（(?![一二三四五六七八九十])/.test(line) ? noteFirstLine : firstLine));
  });
  const numbered = pageNumber !== "none";
  const footers = numbered
    ? '<w:footerReference w:type="default" r:id="odd"/><w:footerReference w:type="even" r:id="even"/>'
    : "";
  const [top, right, bottom, left] = margins;
  const section =
    `<w:sectPr>${footers}<w:pgSz w:w="${twips(page.width)}" w:h="${twips(page.height)}"/>` +
    `<w:pgMar w:top="${twips(top)}" w:right="${twips(right)}" w:bottom="${twips(bottom)}" w:left="${twips(left)}" w:header="851" w:footer="1400" w:gutter="0"/>` +
    `<w:docGrid w:type="linesAndChars" w:linePitch="${Math.round((setting.gridPitch ?? 28.95) * 20)}" w:charSpace="-849"/></w:sectPr>`;
  return docx({
    body: paragraphs.join("") + section,
    styles: `<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:pPr><w:jc w:val="both"/></w:pPr><w:rPr><w:sz w:val="32"/></w:rPr></w:style>`,
    footers: numbered ? { odd: footer(pageNumber, "right"), even: footer(pageNumber, "left") } : {},
    settings: "<w:evenAndOddHeaders/>",
  });
}

/** The heading that a line is, or begins with, and its level. */
function headingOf(line: string): [string, 0 | 1] {
  const [whole = "", first] =
    /^(?:([一二三四五六七八九十]+、)|（[一二三四五六七八九十]+）)[^。]{2,20}(?:。(?=.)|$)/.exec(line) ?? [];
  return [whole, first === undefined ? 1 : 0];
}

function footer(position: "outside" | "center", side: "left" | "right"): string {
  const indents = position === "center" ? "" : `<w:ind w:${side}Chars="100" w:${side}="280"/>`;
  const song = '<w:rFonts w:ascii="宋体" w:eastAsia="宋体" w:hAnsi="宋体"/><w:sz w:val="28"/>';
  const field =
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>` +
    `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run("1", song)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  return p(
    run("— ", song) + field + run(" —", song),
    `${indents}<w:jc w:val="${position === "center" ? "center" : side}"/>`,
  );
}

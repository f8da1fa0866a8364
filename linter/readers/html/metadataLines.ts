import type { PageLine } from "./pageLines";

/** 信息公开表: the run of lines in which a page states facts of its document. */
export interface MetadataLines {
  /** By label, blanks and colons taken off. */
  values: Record<string, string>;
  /** The lines it takes up. */
  lines: readonly PageLine[];
}

/** Labels that only pages of 政府信息公开 use. */
const PAGE_LABELS =
  "索引号|信息索引号|信息索引|索引码|主题分类|主题类别|信息分类|信息类别|公开类别|公开方式|公开属性|公开形式|公开范围|公开时限|公开程序|公开主体|公开日期|公开时间|发布机构|发布机关|发布单位|发布日期|发布时间|体裁分类|组配分类|体裁|题裁|有效性|是否有效|效力状态|文件状态|时效状态|时效性|信息来源|所属主题|服务对象|载体类型|记录形式|责任部门|信息名称|内容概述|信息生成日期|生成日期|产生日期|废止日期|失效日期|失效时间|生效日期|生效时间|实施日期|施行日期|关键词|主题词|统一登记号|规范性文件编号|登记号|政策咨询|语种|公文种类|文件类型";
/** Labels that stand there too, and in forms as well. */
const SHARED_LABELS =
  "发文字号|发文文号|发文号|文号|文件字号|文件编号|公文字号|编号|发文机关|发文机构|发文单位|制发机关|制定机关|制发单位|起草单位|牵头单位|成文日期|成文时间|发文日期|发文时间|印发日期|标题|名称|题名|文件名称|文种|分类|来源|日期";

const LABEL = new RegExp(`^[【\\[]?(${PAGE_LABELS}|${SHARED_LABELS})[】\\]]?[:：]?$`);
const INLINE = new RegExp(`[【\\[]?(${PAGE_LABELS}|${SHARED_LABELS})(?:[】\\]][:：]?|[:：])`, "g");
const IS_PAGE_LABEL = new RegExp(`^(?:${PAGE_LABELS})$`);
/** A label this reader does not know: short, with a colon and nothing behind it. */
const OTHER_LABEL = /^[\u4E00-\u9FFF]{2,10}[:：]$/;
/** Labels of forms that are documents themselves: 发文稿纸, 公文处理单. */
const FORM = /^(?:拟稿|起草人|核稿|审核|会签|签发|批示|领导批示|拟办|份数|印数|密级|紧急程度|主送|抄送)/;

/** Labels are spaced out to equal width: 文　　号：, 【索 引 号】. */
const SPACED_LABEL =
  /[\u4E00-\u9FFF](?:[ \u00A0\u3000]{1,4}[\u4E00-\u9FFF]){1,3}[ \u00A0\u3000]{0,4}(?=[:：】\]])/g;

const LONGEST_LINE = 400;
/** What a run must have to be a page's table: labels, and how many of them with a value. */
const LEAST = { labels: 3, values: 2 };

/** Finds the first run of lines that are labels and values and nothing else. */
export function findMetadataLines(lines: readonly PageLine[]): MetadataLines | null {
  for (let index = 0; index < lines.length; ) {
    const run = readRun(lines, index);
    if (run.labels >= LEAST.labels && run.hasPageLabel && Object.keys(run.values).length >= LEAST.values) {
      return { values: run.values, lines: lines.slice(index, run.end) };
    }
    index = Math.max(run.end, index + 1);
  }
  return null;
}

interface Run {
  values: Record<string, string>;
  labels: number;
  hasPageLabel: boolean;
  /** Index behind its last line. */
  end: number;
}

function readRun(lines: readonly PageLine[], from: number): Run {
  const run: Run = { values: {}, labels: 0, hasPageLabel: false, end: from };
  const state = (label: string, value: string) => {
    run.labels++;
    if (IS_PAGE_LABEL.test(label)) run.hasPageLabel = true;
    if (value !== "" && run.values[label] === undefined) run.values[label] = value;
  };
  let index = from;
  while (index < lines.length) {
    const line = lines[index] as PageLine;
    const next = lines[index + 1];
    const plain = plainLabel(line.line.text);
    const alone = LABEL.exec(plain)?.[1];
    if (alone !== undefined || OTHER_LABEL.test(plain)) {
      if (alone === undefined && FORM.test(plain)) return { ...run, labels: 0, end: index + 1 };
      const hasValue = next !== undefined && isValueOf(next, line, plain);
      if (alone !== undefined) state(alone, hasValue ? next.line.text.trim() : "");
      else if (!hasValue && run.labels === 0) return run;
      index += hasValue ? 2 : 1;
    } else {
      const stated = statedInline(line.line.text) ?? statedInParts(line);
      if (!stated) break;
      for (const [label, value] of stated) state(label, value);
      index++;
    }
    run.end = index;
  }
  return run;
}

/** In a table the cell to the right, elsewhere the next line, unless it is a label itself. */
function isValueOf(next: PageLine, label: PageLine, plain: string): boolean {
  const text = plainLabel(next.line.text);
  if (OTHER_LABEL.test(text) || next.line.text.length > LONGEST_LINE) return false;
  const [cell, nextCell] = [label.traits.cell, next.traits.cell];
  if (cell) {
    if (nextCell?.table !== cell.table || nextCell.row !== cell.row) return false;
    return nextCell.column === cell.column + 1 && !LABEL.test(text);
  }
  return !nextCell && !LABEL.test(text) && !statedInline(next.line.text) && /[:：\]】]$/.test(plain);
}

/** 发布机构：某县人民政府　成文日期：2019年6月12日 – one line with one or more statements, the first at its start. */
function statedInline(text: string): [label: string, value: string][] | null {
  if (text.length > LONGEST_LINE) return null;
  const joined = text.replace(SPACED_LABEL, (label) => label.replace(/[\s\u3000]+/g, ""));
  const matches = [...joined.matchAll(INLINE)];
  if (matches[0]?.index !== 0) return null;
  return matches.map((match, index) => {
    const value = joined.slice(match.index + match[0].length, matches[index + 1]?.index ?? joined.length);
    return [match[1] as string, value.trim()];
  });
}

/** <span>文号</span><em>松政发〔2021〕4号</em> – a label without a colon, in an element of its own. */
function statedInParts({ line: { text, segments } }: PageLine): [label: string, value: string][] | null {
  const value = segments[1];
  if (!value || text.length > LONGEST_LINE) return null;
  const label = LABEL.exec(plainLabel(text.slice(0, value.start)))?.[1];
  return label === undefined ? null : [[label, text.slice(value.start).trim()]];
}

function plainLabel(text: string): string {
  return text.length > 24 ? text : text.replace(/[\s\u3000]+/g, "");
}

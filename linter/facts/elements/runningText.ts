import { recogniseDates } from "../dates";
import { recogniseNumbers } from "../documentNumbers";
import { recogniseShape } from "../lineShape";
import type { Line } from "./lines";

const SHORTEST = 150;
const MOST_LINES = 3;
const TITLE =
  /^[^。；：]{0,60}?关于[^。；：《]{0,150}?(?:《[^》]{1,80}》[^。；：《]{0,80}?)*的(?:通知|意见|决定|通报|通告|公告|批复|请示|报告|复函|函)(?!》)/;

/**
 * Cuts a text without line breaks (a scan, a paste) into the lines its head and tail would have had:
 * 某局文件 · 某发〔2022〕16号 · 某局关于…的通知 · 各有关单位： · … · 某局2022年5月26日. Other texts are left as they are.
 */
export function splitRunningText(lines: Line[]): Line[] {
  const [first] = lines;
  if (!first || lines.length > MOST_LINES || first.text.length < SHORTEST) return lines;
  const cuts = [...headCuts(first.text), ...tailCuts(first.text)];
  if (cuts.length === 0) return lines;
  const parts: Line[] = [];
  let from = 0;
  for (const to of [...new Set([...cuts, first.text.length])]) {
    const part = first.text.slice(from, to);
    const text = part.trim();
    const start = first.start + from + part.indexOf(text);
    if (text) parts.push({ ...first, start, end: start + text.length, text, shape: recogniseShape(text) });
    from = to;
  }
  return [...parts, ...lines.slice(1)];
}

function headCuts(text: string): number[] {
  const cuts: number[] = [];
  let at = 0;
  const [number] = recogniseNumbers(text.slice(0, SHORTEST));
  if (number && (number.start === 0 || text.slice(0, number.start).trim().endsWith("文件"))) {
    cuts.push(number.start, number.end);
    at = number.end;
  }
  const title = TITLE.exec(text.slice(at, at + 400));
  if (!title) return cuts.filter((cut) => cut > 0);
  at += title[0].length;
  cuts.push(at);
  const address = /^[^。；]{2,200}?[：:]/.exec(text.slice(at, at + 220));
  if (address) cuts.push(at + address[0].length);
  return cuts.filter((cut) => cut > 0);
}

/** Behind the last full stop: organ and date, once for the signature and once for 印发. */
function tailCuts(text: string): number[] {
  const tail = text.lastIndexOf("。") + 1;
  if (tail === 0 || text.length - tail > 120) return [];
  const cuts = [tail];
  for (const { complete, end } of recogniseDates(text.slice(tail))) {
    if (complete && !/^\s*印发/.test(text.slice(tail + end))) cuts.push(tail + end);
  }
  return cuts.length > 1 ? cuts : [];
}

import type { BlockFacts } from "../blockFacts";
import type { Element } from "../documentFacts";
import type { Head } from "./head";
import { elementAt, type Line } from "./lines";
import { isOrganName } from "./organNames";
import type { Signature } from "./signature";

const CONGRESS =
  /([\u4e00-\u9fff]{2,12})?第[一二三四五六七八九十]+届((?:全国)?人民代表大会(?:常务委员会)?)[^，。]*?通过/;
const REPORTED_TO = /在([\u4e00-\u9fff]{2,12}?)第[一二三四五六七八九十]+届/;
const MINISTRY_MEETING = /经?([\u4e00-\u9fff]{3,20}?[部委局署])(?:第?\s*\d+\s*次)?\s*[部委局署]务会议/;

/** 发文机关: on top (版头), else at the beginning of the title, else who signs, else who published or adopted the text. */
export function findIssuer(
  lines: readonly Line[],
  facts: readonly BlockFacts[],
  head: Head,
  signature: Signature | null,
): Element | null {
  if (head.issuer) {
    const name = head.issuer.value.replace(/^中华人民共和国(?=国务院)/, "");
    return elementAt(name, head.issuer.line);
  }
  return inTitle(lines, head) ?? inSignature(signature) ?? inHeadNotes(head, facts) ?? inLastLine(lines);
}

function inTitle(lines: readonly Line[], { title }: Head): Element | null {
  const line = title ? lines[title.from] : undefined;
  if (!title || !line) return null;
  const at = /关于|转发|批转|印发|对(?=.*(?:提案|建议)的答复$)/.exec(title.value)?.index ?? -1;
  const name = at > 0 ? title.value.slice(0, at).trim() : "";
  if (name !== "" && name.split(/[、 ]/).every(isOrganName)) {
    const end = line.text.startsWith(name) ? line.start + name.length : line.end;
    return elementAt(name.replace(/ /g, "、"), line, line.start, end);
  }
  const whole = /^(.+?)(?:公告|通告)$/.exec(title.value)?.[1];
  if (whole && isOrganName(whole)) return elementAt(whole, line);
  // 2026年云溪县政府工作报告
  const region = /^(?:\d{4}年)?([\u4e00-\u9fff]{2,10}[省市县区旗州盟乡镇])(?:人民)?政府工作报告/.exec(
    title.value,
  )?.[1];
  return region ? elementAt(`${region}人民政府`, line) : null;
}

function inSignature(signature: Signature | null): Element | null {
  if (!signature?.signatory) return null;
  const { value, line, end } = signature.signatory;
  const organs = value.split(" ").filter(isOrganName);
  return organs.length > 0 ? elementAt(organs.join("、"), line, undefined, end) : null;
}

/** “2022年6月6日国家安全部令第2号公布”, “云溪市第七届人民代表大会常务委员会…通过”, “——在云溪省第十四届人民代表大会…” */
function inHeadNotes({ headNotes, title }: Head, facts: readonly BlockFacts[]): Element | null {
  for (const line of headNotes) {
    const order = facts[line.block]?.numbers.find(
      ({ form, organ, start, end }) => form === "order" && organ && start >= line.start && end <= line.end,
    );
    if (order?.organ) return elementAt(order.organ, line, order.start, order.end);
    const congress = CONGRESS.exec(line.text);
    if (congress) return elementAt(`${congress[1]?.replace(/^.*[日经]/, "") ?? ""}${congress[2]}`, line);
    const ministry = MINISTRY_MEETING.exec(line.text)?.[1]?.replace(/^.*经/, "");
    if (ministry) return elementAt(ministry, line);
    const region = title?.kind === "工作报告" ? REPORTED_TO.exec(line.text)?.[1] : undefined;
    if (region) return elementAt(`${region}人民政府`, line);
  }
  return null;
}

/** （云溪县统计局） at the end of a bulletin. */
function inLastLine(lines: readonly Line[]): Element | null {
  const line = lines.at(-1);
  if (!line?.shape.note) return null;
  const name = line.text.slice(1, -1).trim();
  return isOrganName(name) ? elementAt(name, line, line.start + 1, line.end - 1) : null;
}

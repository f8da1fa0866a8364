import type { LawShelf } from "./laws";
import { NOTE } from "./letter";
import type { Format, Paper } from "./paper";
import { COUNTY, GOVERNMENT, MATTERS, type Matter, REVIEWER, TOWNS } from "./phrases";
import type { Random } from "./random";

/** A 送审包, or an issued document with what was released together with it. */
export interface Submission {
  main: Paper;
  note: Paper | null;
  opinion: Paper | null;
  interpretation: Paper | null;
  /** Lines of gongwen.yaml; null: the folder has none. */
  manifest: string[] | null;
  folder: string;
}

export interface SubmissionSettings {
  index: number;
  format: Format;
  random: Random;
  shelf: LawShelf;
}

/** A draft of rules for the public with all that must accompany it. */
export function submission({ index, format, random, shelf }: SubmissionSettings): Submission {
  const matter = MATTERS[index % MATTERS.length] as Matter;
  const town = TOWNS[Math.floor(index / MATTERS.length) % TOWNS.length] as string;
  const subject = `${town}${matter.name}`;
  const title = `${COUNTY}${subject}管理办法`;
  const folder = `送审/${String(index + 1).padStart(3, "0")}-${subject}`;
  const file = (name: string) => `${folder}/${name}`;
  const unit = `${COUNTY}${matter.unit}`;
  const reviewNumber = `青司审〔2026〕${index + 1}号`;
  const companion = { number: null, after: [], frontMatter: [], layout: {}, format };
  const main: Paper = {
    ...companion,
    path: file(title),
    title,
    lines: articles(matter, subject, shelf.sound(random)),
    signer: GOVERNMENT,
    date: "2026年11月20日",
    after: [NOTE],
  };
  const note: Paper = {
    ...companion,
    path: file("起草说明"),
    title: `关于《${title}》的起草说明`,
    lines: [
      `近年来${subject}方面的投诉逐年增加，现有做法缺少统一要求，${unit}经调研起草了这份文件。`,
      "起草过程中走访了二十三户居民，召开座谈会两次，向社会公开征求意见三十日，收到意见十七条，采纳九条。",
    ],
    signer: null,
    date: null,
  };
  const opinion: Paper = {
    ...companion,
    path: file("合法性审核意见书"),
    title: "合法性审核意见书",
    lines: [
      `${unit}：`,
      `你局送审的《${title}（送审稿）》收悉。经审核，该文件制定主体适格，程序合法，内容不违反法律、法规、规章和上级文件规定，同意提请县政府常务会议审议。`,
    ],
    signer: REVIEWER,
    date: "2026年11月6日",
    number: reviewNumber,
  };
  // Half of the packages keep their materials in a folder below.
  const place = index % 2 === 0 ? "" : "材料/";
  const interpretation: Paper = {
    ...companion,
    path: file(`${place}《${title}》政策解读`),
    title: `《${title}》政策解读`,
    lines: explanation(matter, subject),
    signer: null,
    date: null,
  };
  return { main, note, opinion, interpretation, manifest: null, folder };
}

function articles({ unit, thing, person }: Matter, subject: string, law: string): string[] {
  return [
    `第一条　为规范${subject}管理，维护群众合法权益，根据${law}的有关规定，结合本县实际，制定本办法。`,
    `第二条　本县行政区域内${subject}的管理和服务，适用本办法。`,
    `第三条　县${unit}负责${thing}的日常监督，镇村两级协助做好巡查。`,
    `第四条　${person}应当遵守公共秩序，爱护${thing}，用后恢复原状。`,
    `第五条　${person}不得擅自改变${thing}的用途，不得转借、出租。`,
    `第六条　${thing}损坏的，应当在三日内报修，由县${unit}组织修复。`,
    "第七条　违反本办法规定的，由有关部门依照法律、法规的规定处理。",
    "第八条　本办法自2027年1月1日起施行，有效期5年。",
  ];
}

function explanation({ thing, person }: Matter, subject: string): string[] {
  return [
    `一、出台背景。这几年，居民对${subject}反映最多的是没人管、说不清。县里走访摸底之后，决定把责任一次讲明白。`,
    `二、目标任务。一年内把全部${thing}登记造册，两年内投诉减少一半。`,
    `三、适用范围。凡是在本县使用${thing}的人都要照办，外地来的${person}也一样。`,
    "四、主要内容。一是谁来管，二是怎么用，三是坏了找谁。每一件都写到了具体的科室和电话。",
    "五、注意事项。施行前已经办过手续的不用重来，逾期没有登记的可以补办。",
    "六、新旧差异。原来各镇各定各的规矩，现在全县一个标准，取消了押金。",
  ];
}

/** The papers of a submission, main document first. */
export function papersOf({ main, note, opinion, interpretation }: Submission): Paper[] {
  return [main, note, opinion, interpretation].filter((paper) => paper !== null);
}

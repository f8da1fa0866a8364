import type { Expected } from "./defects";
import { NOTE, type Registrar } from "./letter";
import { type Format, type Paper, pathOf } from "./paper";
import { COUNTY, ERRANDS, TOWNS } from "./phrases";

const ORGAN = `${COUNTY}机关事务管理局`;

/** Three letters that hang together: an old one, the one that repeals it, and one that rests on the new one. */
export interface Succession {
  old: Paper;
  current: Paper;
  later: Paper;
  /** What a defect adds. */
  extra: Paper[];
}

/** A succession as it should be: the old letter is marked, the new one has years to run, the later one cites it. */
export function succession(index: number, format: Format, registrar: Registrar): Succession {
  const errand = ERRANDS[index % ERRANDS.length] as string;
  const town = TOWNS[Math.floor(index / ERRANDS.length) % TOWNS.length] as string;
  const write = (year: number, title: string, lines: string[]): Paper => {
    const number = registrar.next("青机管发", year);
    return {
      path: `${year}年/${ORGAN}/${number}`,
      format,
      number,
      title: `${ORGAN}关于${title}的通知`,
      lines,
      signer: ORGAN,
      date: `${year}年4月${1 + (index % 28)}日`,
      after: [NOTE],
      frontMatter: [],
      layout: {},
    };
  };
  const old = write(2016, `做好${town}${errand}`, [
    "（已废止）",
    "机关各科室：",
    `${errand}由值班科室牵头，其他科室配合。`,
    "本通知自2016年5月1日起执行。",
  ]);
  const current = write(2023, `规范${town}${errand}`, [
    "机关各科室：",
    `${errand}由综合科牵头，其他科室配合，每月核对一次。`,
    `本通知自2023年5月1日起执行，有效期至2029年4月30日。《${old.title}》（${old.number}）同时废止。`,
  ]);
  const later = write(2025, `检查${town}${errand}`, [
    "机关各科室：",
    `现按照《${current.title}》（${current.number}）开展检查，请各科室先行自查。`,
  ]);
  return { old, current, later, extra: [] };
}

/** A defect that shows only between documents. */
export interface ArchiveDefect {
  name: string;
  ruleId: string;
  plant(papers: Succession, index: number, registrar: Registrar): Omit<Expected, "ruleId">[];
}

export const ARCHIVE_DEFECTS: readonly ArchiveDefect[] = [
  {
    name: "repealed and not marked",
    ruleId: "repealed-without-mark",
    plant: ({ old }) => {
      old.lines.shift();
      return [{ path: pathOf(old) }];
    },
  },
  {
    name: "rests on a repealed letter",
    ruleId: "ended-citation",
    plant: ({ old, later }) => {
      later.lines[1] = `现按照《${old.title}》（${old.number}）开展检查，请各科室先行自查。`;
      return [{ path: pathOf(later), quote: old.number ?? "" }];
    },
  },
  {
    name: "its term has run out",
    ruleId: "validity-expired",
    plant: ({ current, later }) => {
      current.lines[2] = current.lines[2]?.replace("2029年4月30日", "2025年4月30日") ?? "";
      later.lines[1] = "现开展检查，请各科室先行自查。";
      return [{ path: pathOf(current), quote: "2025年4月30日" }];
    },
  },
  {
    name: "two letters of one number",
    ruleId: "duplicate-number",
    plant: ({ later, extra }, index) => {
      const other: Paper = {
        ...later,
        path: `${later.path}-2`,
        title: `${ORGAN}关于更换第${index + 1}批电梯铭牌的通知`,
      };
      other.lines = [
        "机关各科室：",
        "电梯铭牌将分批更换，请各科室留意公告栏里的安排，更换当日从东侧楼梯上下，不要在电梯口停留。",
      ];
      extra.push(other);
      return [later, other].map((paper) => ({ path: pathOf(paper), quote: later.number ?? "" }));
    },
  },
  {
    name: "a gap in a series",
    ruleId: "skipped-number",
    plant: ({ later, extra }, index, registrar) => {
      const series = `青机管函${"甲乙丙丁戊己"[index % 6]}`;
      for (const [place, errand] of ERRANDS.slice(0, 7).entries()) {
        const number = registrar.next(series, 2024);
        if (place === 3) continue;
        const title = `${ORGAN}关于${errand}事项的函`;
        extra.push({
          ...later,
          path: `2024年/${series}/${number}`,
          number,
          title,
          date: "2024年4月2日",
          lines: ["县财政局：", "现就有关事项函告，请予支持。"],
        });
      }
      return [{ path: pathOf(extra.at(-1) as Paper), quote: "7号" }];
    },
  },
  {
    name: "an interpretation of nothing that is there",
    ruleId: "orphan-interpretation",
    plant: ({ later, extra }, index) => {
      const title = `《${COUNTY}第${index + 1}批古树名木认养管理办法》政策解读`;
      const lines = [
        "一、出台背景。古树需要专人照看，县里定了认养的规矩。",
        "二、主要内容。谁认养，谁照看，怎么退出。",
      ];
      const paper: Paper = {
        ...later,
        path: `${later.path.replace(/\/[^/]*$/, "")}/${title}`,
        number: null,
        title,
        lines,
        signer: null,
        date: null,
        after: [],
      };
      extra.push(paper);
      return [{ path: pathOf(paper) }];
    },
  },
];

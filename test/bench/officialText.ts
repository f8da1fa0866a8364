/** Invented official prose for measurements: every paragraph differs, citations and numbers in ordinary density. */

const OPENINGS = [
  "为规范",
  "为加强",
  "为推进",
  "根据工作需要，对",
  "各单位要重视",
  "要把握好",
  "县政府决定开展",
];
const SUBJECTS = [
  "农村供水管理",
  "城市停车秩序",
  "安全生产检查",
  "中小学校舍维修",
  "政务服务办理",
  "耕地保护巡查",
  "养老服务补贴",
  "河道清淤",
];
const LAWS = [
  "《中华人民共和国安全生产法》第三十八条",
  "《政府信息公开条例》（国务院令第711号）",
  "《中华人民共和国行政处罚法》",
  "行政许可法第十二条",
  "《国务院办公厅关于加强行政规范性文件制定和监督管理工作的通知》（国办发〔2018〕37号）",
];
const DUTIES = [
  "应当建立台账，逐项登记，按月报送",
  "不得擅自变更用途，确需变更的报县人民政府批准",
  "要压实责任，明确时限，做到件件有着落",
  "可以委托有资质的机构实施，费用列入年度预算",
  "要加强宣传，提高群众知晓率和满意度",
  "应当于2026年6月30日前完成整改",
];

/** A text of about `bytes` UTF-8 bytes, one paragraph a line; the same for the same seed. */
export function officialText(bytes: number, seed = 42): string {
  let state = seed;
  const pick = <T>(list: readonly T[]): T => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return list[(state >>> 16) % list.length] as T;
  };
  const lines = [
    "云溪县人民政府关于印发年度重点工作安排的通知",
    "云政发〔2026〕12号",
    "各乡镇人民政府，县政府各部门：",
  ];
  let size = lines.join("\n").length * 3;
  for (let index = 1; size < bytes; index += 1) {
    const sentences = Array.from(
      { length: 4 },
      () => `${pick(OPENINGS)}${pick(SUBJECTS)}工作，${pick(DUTIES)}`,
    );
    const law = index % 4 === 0 ? `，依照${pick(LAWS)}的规定办理` : "";
    const line = `（${(index % 9) + 1}）${sentences.join("。")}${law}，编号${index}。`;
    lines.push(line);
    size += line.length * 3;
  }
  lines.push("云溪县人民政府", "2026年11月20日", "（此件公开发布）");
  return lines.join("\n");
}

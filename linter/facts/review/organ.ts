/** The reviewing organ (审核机构) behind 经, 由, 报, 送: 经县司法局合法性审核, 由起草单位自行审核. */
const BEHIND_VERB =
  /(?:经过?|由|报|送|请)((?:(?!经(?!开|济)|由|报|送|请)\p{Script=Han}){0,18}?(?:局|委|办|办公室|厅|部|科|股|处|室|中心|机构|单位|机关|部门|顾问|事务所|司|所|[大支总]队))(?:依法|自行|内部|对[^，。；]{0,40})?(?:进行|开展|组织)?(?:了)?的?(?:合法合规性|合法性|法制|法治|法律)?(?:初步)?(?:审核|审查|把关)/u;

/** Organs whose business the review is, wherever they stand. */
const REVIEWER =
  /((?:(?!经过|经(?!开|济)|由|报|送|请|已|业|于|日|对|向|和|与|及|根据|按照|采纳|结合|征求|取得)\p{Script=Han}){0,14}?(?:司法[局厅部所]|法制(?:办公室|办|局|机构|科|股|处|室|[大支总]队)|(?:政策)?法规(?:处|科|股|室)|法治(?:科|股|处|室)|法律顾问|条法[司处]|法务[部科处]))/u;

const SELF =
  /((?:我|本)(?:局|委|办|厅|单位|机关|部门|镇|乡|科|中心)|起草(?:单位|部门|机构|科室))[^，。；]{0,8}(?:自行|内部)?[^，。；]{0,8}(?:审核|审查)/;

/** Who reviewed, as the words name it; null when they name nobody. */
export function reviewOrgan(words: string): string | null {
  const organ = (BEHIND_VERB.exec(words) ?? REVIEWER.exec(words) ?? SELF.exec(words))?.[1];
  return organ && organ.length > 1 ? organ : null;
}

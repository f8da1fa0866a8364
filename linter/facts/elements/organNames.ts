/** How names of organs (机关名称) end. */
const ORGAN_END =
  /(?:国务院|中央军委|政府|办公厅|办公室|委员会|[委部厅局署院会社办]|法院|检察院|研究院|总局|总社|总队|支队|大队|管理处|指挥部|领导小组|联席会议|中心|集团|公司|银行|大学|学院|学校|中学|小学|医院|联合会|协会|工会|妇联|团委|司|处|乡|镇)$/;
const NO_ORGAN =
  /[，。；：！？、《》〈〉“”\d]|关于|的|附件|全部|内部|干部|机会|社会|全会|大会|部署|[会教协]办$|第.条/;

/** True for a text that is nothing but the name of an organ, as in a 版头 or a signature. */
export function isOrganName(text: string): boolean {
  const name = text.replace(/\s/g, "");
  return name.length >= 3 && name.length <= 40 && ORGAN_END.test(name) && !NO_ORGAN.test(name.slice(0, -1));
}

/** True for one or several organs side by side: 国务院办公厅　中央军委办公厅. */
export function areOrganNames(text: string): boolean {
  return isOrganName(text) || text.split(/[\s、，,]+/).every(isOrganName);
}

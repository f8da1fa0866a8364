/** What an interpretation should speak of (国办发〔2016〕80号), with the words that show it does. */
const POINTS: readonly (readonly [name: string, signs: RegExp])[] = [
  ["背景依据", /背景|依据|根据《|必要性|为什么(?:要)?(?:出台|制定)|为何|起因|由来|为了|上位法/],
  ["目标任务", /目标|任务|目的|旨在|预期|力争|到\d{4}年|达到\s*\d/],
  [
    "主要内容",
    /主要内容|主要(?:包括|规定|措施|举措|任务|条款)|共[^，。]{0,6}[章条]|重点(?:内容|措施)|明确了|规定了|一是[^。]{4,}.*二是|具体(?:内容|措施|规定)/s,
  ],
  ["涉及范围", /范围|适用(?:于|对象)|对象|哪些人|哪些(?:单位|企业|情形)|谁(?:可以|能)|符合条件的/],
  [
    "执行标准",
    /标准|条件|\d+(?:\.\d+)?\s*(?:元|万元|%|％|日内|个工作日|天内|倍|平方米)|[一二三四五六七八九十]+(?:日|个工作日|天|元)(?:内)?|程序|流程|材料|额度|比例/,
  ],
  ["注意事项", /注意|须知|提醒|提示|不得|禁止|施行|实施时间|有效期|期限|逾期|咨询电话|补办|截止/],
  ["关键词诠释", /关键词|名词|术语|是指|指的是|所称|定义|什么(?:是|叫)|解释/],
  ["惠民利民举措", /惠民|利民|便民|群众|居民|受益|补贴|补助|减免|免费|奖励|优惠|就近|便利/],
  [
    "新旧政策差异",
    /新旧|差异|区别|不同(?:点|之处)|与原|原来|原有|原《|修订|调整为|变化|新增|取消|废止|此前|比较|相比/,
  ],
];

/** The points a text says something on, and those it is silent on. */
export function pointsCovered(text: string): { covered: string[]; silent: string[] } {
  const covered: string[] = [];
  const silent: string[] = [];
  for (const [name, signs] of POINTS) (signs.test(text) ? covered : silent).push(name);
  return { covered, silent };
}

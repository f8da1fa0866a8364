import type { Jieba } from "./jieba";
import { FUNCTION_WORDS, type WordRun } from "./wordRuns";

/** 机关名称, as the documents write it. */
export interface OrganName {
  name: string;
  count: number;
}

/** How the names of organs end, told on the last two words. */
const ENDING =
  /(?:人民政府|[省市县区乡镇盟旗州]政府|法院|检察院|代表大会|办事处|委员会|管委会|办公室|办公厅|指挥部|领导小组|联席会议|局|厅|部|总署|总队|支队|大队|中队|中心|研究院|研究所|协会|学会|联合会|公司|大学|医院|[省市县区发国工农]委|党组|党工委)$/;

/** Words that end so and name no organ. */
const NO_ORGAN =
  /(?:格局|大局|布局|开局|全局|结局|当局|僵局|局部|[中全内外东西南北下上头底一]部|干部|总部|大厅|餐厅|客厅|办事大厅|围绕中心|重心|服务厅)$/;

/** Parts of speech a name may begin with: nouns, places, organs, abbreviations, nominal verbs, level words (县: zg). */
const NAMING_TAG = /^(?:n|vn|j|zg|ng|b|k|s)/;

/** Words that begin no name, though a name's ending may follow: they speak of organs in general. */
const GENERAL =
  /^(?:各|有关|相关|主管|上级|下级|同级|本级|原|当地|县级|市级|省级|乡级|国家机关|行政机关|代表|领导|专门|基层|设区|所属|下属|直属|派出|地方|其他|任何|两|三|个|承办|办案|受理|申请|违法|发证|许可|执法|登记|审批|监管|机动车|发生|发生地|所在地|户籍|[上下]?传|一些|我国|领导干部|任免)/;

/**
 * Finds names of organs: the words before an ending, back to where the text begins to vary. A name counts when it is
 * met twice, or once as a line or list item of its own.
 */
export function findOrgans(runs: readonly WordRun[], jieba: Pick<Jieba, "tag">): OrganName[] {
  const canBegin = rememberAnswers((word) => NAMING_TAG.test(jieba.tag(word)));
  const counts = new Map<
    string,
    { count: number; whole: number; parts: number; before: Map<string, number> }
  >();
  for (const run of runs) {
    for (const [index, word] of run.words.entries()) {
      const tail = index === 0 ? word : (run.words[index - 1] as string) + word;
      if (!ENDING.test(tail) || NO_ORGAN.test(tail)) continue;
      if (continues(run.words[index + 1])) continue;
      for (let start = index; start >= Math.max(0, index - 9); start--) {
        const first = run.words[start] as string;
        if (FUNCTION_WORDS.has(first) || (start < index && GENERAL.test(first))) break;
        if (!canBegin(first)) continue;
        const name = run.words.slice(start, index + 1).join("");
        const entry = counts.get(name) ?? { count: 0, whole: 0, parts: index + 1 - start, before: new Map() };
        counts.set(name, entry);
        entry.count += 1;
        const previous = run.words[start - 1];
        if (previous === undefined) entry.whole += run.whole && index === run.words.length - 1 ? 1 : 0;
        else entry.before.set(previous, (entry.before.get(previous) ?? 0) + 1);
      }
    }
  }

  const names: OrganName[] = [];
  for (const [name, { count, whole, parts, before }] of counts) {
    if (parts < 2 || name.length < 4 || name.length > 24) continue;
    if (count < 2 && whole === 0) continue;
    if (isInsideLongerName(count, before)) continue;
    names.push({ name, count });
  }
  return names.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

/** Whether a word behind an ending makes it something else: 管理局长, 委员会主任 is fine, 财政部门 is not. */
function continues(next: string | undefined): boolean {
  return next !== undefined && /^(?:门|长|员|令|署|件|分|级|位|规|托|任)/.test(next);
}

/** Whether one and the same word, no function word, mostly stands before: then the name is longer. */
function isInsideLongerName(count: number, before: ReadonlyMap<string, number>): boolean {
  for (const [word, times] of before) {
    if (!FUNCTION_WORDS.has(word) && !GENERAL.test(word) && times >= count * 0.6) return true;
  }
  return false;
}

function rememberAnswers(ask: (word: string) => boolean): (word: string) => boolean {
  const answers = new Map<string, boolean>();
  return (word) => {
    let answer = answers.get(word);
    if (answer === undefined) {
      answer = ask(word);
      answers.set(word, answer);
    }
    return answer;
  };
}

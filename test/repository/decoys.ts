import type { LawShelf } from "./laws";
import { COUNTY } from "./phrases";
import type { Random } from "./random";

/** What a decoy is written from. */
interface Material {
  random: Random;
  shelf: LawShelf;
}

/** 似是而非的句子: it looks like a defect and is none. Each is a paragraph by itself. */
export interface Decoy {
  name: string;
  write(material: Material): string;
}

export const DECOYS: readonly Decoy[] = [
  {
    name: "a repealed law, said to be repealed",
    write: ({ random, shelf }) =>
      `《${random.pick(shelf.repealed).title}》已废止，台账中引用它的条目请一并更新。`,
  },
  {
    name: "a repealed law that is told to be cited no more",
    write: ({ random, shelf }) => `不得再以《${random.pick(shelf.repealed).title}》作为办理依据。`,
  },
  {
    name: "a repealed law in what was done under it",
    write: ({ random, shelf }) =>
      `旧档案中2009年依照当时的《${random.pick(shelf.repealed).title}》办理的部分，按原卷号保存。`,
  },
  {
    name: "a draft of a law",
    write: () => "《青禾县古树名木保护条例》（草案）正在征求意见，反馈渠道另行告知。",
  },
  {
    name: "a draft within the marks",
    write: () => "请结合《青禾县公共停车设施管理办法（征求意见稿）》提出修改意见。",
  },
  {
    name: "books, newspapers, speeches",
    write: () => "参考读物有《公文写作百例》《档案整理手册》和《青禾日报》2019年3月5日第2版的报道。",
  },
  {
    name: "forms and systems in title marks",
    write: () => "请填写《值班情况登记表》《联系人名单》，并在《内网操作指南》规定的时间内上传。",
  },
  {
    name: "no disclosure of its own: a duty",
    write: () => "对主动公开的信息应当及时上网，对不予公开的信息应当说明理由。",
  },
  {
    name: "no disclosure of its own: a definition",
    write: () => "公开属性分为主动公开、依申请公开、不予公开三种，由起草单位提出。",
  },
  {
    name: "a review not had is no review",
    write: () => "各单位自行制定的文件，未经合法性审核不得印发，不得以征求意见、会签代替合法性审核。",
  },
  {
    name: "interpretation as a duty",
    write: () => "今后印发的政策性文件，解读材料应当与文件同步起草、同步报送、同步发布。",
  },
  {
    name: "numbers that are no document numbers",
    write: () => "（2018）青民初字第12号一案的材料、第3号档案柜和青A〔红色〕标签的物品按原样保存。",
  },
  {
    name: "numbers in lists",
    write: () => "核对范围：1.5吨以上车辆12台；2018年以前购置的8台；编号[2021]和[2022]开头的资产卡片共37张。",
  },
  {
    name: "a validity period of something else",
    write: () => "临时通行证有效期1年，合同有效期10年，过期的交回办公室。",
  },
  {
    name: "words that hold the name of a law",
    write: () => "合同法律关系不清的事项、公司法人变更的事项，请先与县司法局联系。",
  },
  {
    name: "an abbreviation declared",
    write: ({ random, shelf }) => {
      const { law } = random.pick(shelf.inForce);
      return `《${law.title}》（以下简称《本法》）的宣传安排另行告知，学习《本法》的时间由各单位自定。`;
    },
  },
  {
    name: "an article named without a law",
    write: () => "会议议程第九十九条、合同第一百二十条的事项由双方协商。",
  },
  {
    name: "a nested title",
    write: () => `《〈${COUNTY}公文处理办法〉问答》将印发各单位，人手一册。`,
  },
  {
    name: "a case of repeal by others",
    write: ({ random, shelf }) =>
      `梳理时发现三件旧文件引用了已被取代的《${random.pick(shelf.repealed).title}》，已列入清理范围。`,
  },
];

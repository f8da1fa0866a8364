/** The fictional county whose repository this is. */
export const COUNTY = "青禾县";
export const GOVERNMENT = `${COUNTY}人民政府`;
export const REVIEWER = `${COUNTY}司法局`;

/** Organs with the letters (机关代字) of their numbers. */
export const ORGANS = [
  { name: `${GOVERNMENT}办公室`, code: "青政办发" },
  { name: `${COUNTY}水利局`, code: "青水发" },
  { name: `${COUNTY}农业农村局`, code: "青农发" },
  { name: `${COUNTY}教育局`, code: "青教发" },
  { name: `${COUNTY}民政局`, code: "青民发" },
  { name: `${COUNTY}应急管理局`, code: "青应急发" },
] as const;

export const TOWNS = [
  "石桥镇",
  "梅坪镇",
  "柳河镇",
  "沙湾镇",
  "竹山镇",
  "枫岭乡",
  "茶园乡",
  "古渡镇",
  "松林乡",
  "白塔镇",
];

/** What letters are about: work of the organs among themselves, which sets no rules for the public. */
export const ERRANDS = [
  "汛期值守工作",
  "档案整理工作",
  "信息报送工作",
  "节日值班安排",
  "公文处理培训",
  "办公用房清查",
  "公务用车登记",
  "统计台账核对",
  "应急演练准备",
  "会议筹备工作",
  "信访件办理进度",
  "网络安全自查",
  "干部年度培训",
  "机关节能工作",
];

export const ERRAND_SENTENCES = [
  "请各单位对照台账逐项核对，明确专人负责，按时把情况报送联系人。",
  "工作中要注意衔接，遇到问题及时沟通，不得层层转发了事。",
  "联系人名单如有变动，请于三日内告知，以便更新通讯录。",
  "各单位要把这项工作列入年度安排，做到有布置、有检查、有结果。",
  "材料一式两份，电子版通过内网邮箱发送，纸质件加盖公章。",
  "对上一阶段发现的问题，请逐条说明整改情况，暂时不能解决的写明原因。",
  "值班人员要熟悉处置流程，交接班时做好记录，重要情况随时报告。",
  "培训采取集中授课与分组讨论相结合的方式，时间半天，地点另行告知。",
  "汇总后的情况将在下次例会上通报，请提前做好发言准备。",
  "所需经费从年度公用经费中列支，严格按照标准执行。",
];

/** What rules for the public are about: subject, who manages it, and articles of their own. */
export const MATTERS = [
  { name: "农村公共厕所管护", unit: "农业农村局", thing: "公共厕所", person: "使用人" },
  { name: "小型水库垂钓", unit: "水利局", thing: "垂钓平台", person: "垂钓人" },
  { name: "集市摊位", unit: "市场监督管理局", thing: "摊位", person: "摊主" },
  { name: "乡村民宿", unit: "文化和旅游局", thing: "民宿", person: "民宿经营者" },
  { name: "校园周边食品摊点", unit: "市场监督管理局", thing: "食品摊点", person: "摊点经营者" },
  { name: "城区绿地认养", unit: "城市管理局", thing: "认养绿地", person: "认养人" },
  { name: "农田灌溉用水", unit: "水利局", thing: "灌溉设施", person: "用水户" },
  { name: "公益性墓地", unit: "民政局", thing: "墓位", person: "申请人" },
  { name: "电动自行车停放", unit: "公安局", thing: "停放点", person: "车主" },
  { name: "户外广告设置", unit: "城市管理局", thing: "户外广告", person: "设置人" },
] as const;
export type Matter = (typeof MATTERS)[number];

import { describe, expect, it } from "vitest";
import type { DocumentMetadata } from "../../linter/document/metadata";
import { readDraft } from "../support/draft";

const PLAIN_BODY =
  "各镇人民政府，县政府各部门：\n请各地各部门认真做好有关工作。\n云溪县人民政府\n2024年5月6日";
const PUBLIC_RULES = [
  "第一条　为规范养犬行为，制定本办法。",
  "第二条　养犬人应当办理登记。",
  "第三条　任何单位和个人不得虐待犬只。",
  "第四条　违反本办法的，由公安机关责令改正，处200元罚款。",
  "第五条　本办法自2024年6月1日起施行，有效期5年。",
].join("\n");

function classify(text: string, metadata?: DocumentMetadata) {
  const { kind, scope, normative, policy } = readDraft({ text, metadata }).facts;
  return {
    kind,
    scope,
    normative: normative.value,
    policy: policy.value,
    because: normative.because,
    why: policy.because,
  };
}

describe("kind", () => {
  it.each([
    ["云溪县人民政府关于印发《云溪县犬只管理办法》的通知", "通知"],
    ["云溪县人民政府关于调整规划的请示的批复", "批复"],
    ["云溪县人民政府关于节水建议的复函", "复函"],
    ["云溪县人民政府对政协第12号提案的答复", "答复"],
    ["云溪县公安局\n通　告", "通告"],
    ["云溪县犬只管理办法（试行）", "办法"],
    ["2024年云溪县政府工作报告", "工作报告"],
    ["云溪县人民政府常务会议纪要", "纪要"],
    ["云溪县人民政府关于加强供水保障的实施意见", "意见"],
    ["云溪县应急预案", "预案"],
  ])("of %j is %s", (title, kind) => {
    expect(classify(`${title}\n${PLAIN_BODY}`).kind).toBe(kind);
  });

  it("of an order that carries a text is 命令（令）", () => {
    const text = `云溪省人民政府令\n第220号\n现予公布。\n省长　李某某\n2024年5月6日\n云溪省犬只管理办法\n${PUBLIC_RULES}`;
    expect(classify(text)).toMatchObject({ kind: "命令（令）", scope: "legislation", normative: false });
  });

  it("is taken from metadata first", () => {
    expect(classify(`云溪县事项\n${PLAIN_BODY}`, { kind: "意见" }).kind).toBe("意见");
  });
});

describe("scope", () => {
  it.each([
    ["《云溪县犬只管理办法》政策解读", "companion"],
    ["《云溪县犬只管理办法》解读方案", "companion"],
    ["一图读懂云溪县犬只管理办法", "companion"],
    ["关于《云溪县犬只管理办法》的起草说明", "companion"],
    ["关于《云溪县犬只管理办法（草案）》的说明", "companion"],
    ["合法性审核意见书", "companion"],
    ["关于云溪县犬只管理办法的合法性审查意见", "companion"],
    ["云溪县犬只管理办法征求意见采纳情况", "companion"],
    ["公平竞争审查表", "companion"],
    ["2024年法治政府建设工作报告", "work-report"],
    ["云溪县人民政府关于2024年法治政府建设情况的报告", "work-report"],
    ["云溪县2024年政府信息公开工作年度报告", "work-report"],
    ["政府工作报告", "work-report"],
    ["云溪市犬只管理条例", "legislation"],
    ["最高人民法院关于审理相邻纠纷案件若干问题的解释", "legislation"],
    ["最高人民法院关于修改《关于某问题的规定》的决定", "legislation"],
    ["云溪市人民代表大会常务委员会关于禁放烟花的决定", "legislation"],
    ["云溪县招聘岗位目录", "other"],
    ["云溪县公务员考试大纲", "other"],
    ["云溪县2024年国民经济和社会发展统计公报", "other"],
    ["云溪县人民政府对政协第12号提案的答复", "other"],
    ["云溪县人民政府关于加强政策解读工作的通知", "official"],
    ["云溪县人民政府关于公平竞争审查工作的意见", "official"],
    ["云溪县人民政府关于资金安排的请示", "official"],
    ["云溪县财政局关于预算执行情况的报告", "official"],
  ])("of %j is %s", (title, scope) => {
    expect(classify(`${title}\n${PLAIN_BODY}`).scope).toBe(scope);
  });

  it.each([
    ["an order in the head note", "（2019年6月6日云溪省人民政府令第198号公布）"],
    ["a ministry's meeting", "2008年7月17日 经云溪部第6次部务会议通过"],
  ])("is legislation by %s", (_, note) => {
    expect(classify(`云溪省犬只管理办法\n${note}\n${PUBLIC_RULES}`).scope).toBe("legislation");
  });

  it("is legislation when the text repeals an order of its own name", () => {
    const text = `犬只登记规定\n${PUBLIC_RULES}\n第六条　2008年5月27日发布的《犬只登记规定》（公安部令第102号）同时废止。`;
    expect(classify(text).scope).toBe("legislation");
  });

  it("is official for a county's own rules that repeal no order", () => {
    expect(classify(`云溪县犬只管理办法\n${PUBLIC_RULES}`).scope).toBe("official");
  });
});

describe("normative and policy", () => {
  it.each([
    ["rules of a county", `云溪县犬只管理办法\n${PUBLIC_RULES}`],
    ["a draft of them", `云溪县犬只管理办法（征求意见稿）\n${PUBLIC_RULES}`],
    ["an opinion in articles", `云溪县人民政府关于犬只管理的实施意见\n${PUBLIC_RULES}`],
    [
      "a notice that issues them",
      `云溪县人民政府关于印发《云溪县犬只管理办法》的通知\n${PLAIN_BODY}\n云溪县犬只管理办法\n${PUBLIC_RULES}`,
    ],
    [
      "a public notice with a ban",
      "云溪县公安局关于禁放烟花的通告\n一、全城禁止燃放烟花爆竹。\n二、任何单位和个人不得销售。\n三、本通告自2024年6月1日起施行。\n云溪县公安局\n2024年5月6日",
    ],
    [
      "a notice on compensation with its term",
      "云溪县人民政府关于调整征地补偿标准的通知\n云政发〔2024〕3号\n各镇人民政府：\n一、被征收人可以选择货币补偿。\n二、本通知自2024年6月1日起施行。\n云溪县人民政府\n2024年5月6日",
    ],
    [
      "an opinion on suppliers and users",
      "云溪县人民政府关于供水的实施意见\n各镇人民政府：\n一、供水单位应当保证水质。\n二、用水户不得擅自改装。\n三、本意见自2024年6月1日起施行。\n云溪县人民政府\n2024年5月6日",
    ],
    ["a number that says so", `云溪县人民政府关于收费的通知\n云政规〔2024〕3号\n${PLAIN_BODY}`],
  ])("true of %s", (_, text) => {
    const found = classify(text);
    expect(found).toMatchObject({ scope: "official", normative: true, policy: true });
    expect(found.because.length).toBeGreaterThan(0);
  });

  it("quotes the words it rests on", () => {
    const { because } = classify(`云溪县犬只管理办法\n${PUBLIC_RULES}`);
    expect(because).toContain("名称为“办法”");
    expect(because).toContain("为公众设定权利义务：“养犬人应当办理登记”");
    expect(because).toContain("规定施行日期：“本办法自2024年6月1日起施行”");
  });

  it.each([
    ["a request", "云溪县人民政府关于资金的请示"],
    ["a report", "云溪县财政局关于预算执行的报告"],
    ["minutes", "云溪县人民政府常务会议纪要"],
    ["a reply", "云溪县人民政府关于同意设立园区的批复"],
    ["a letter", "云溪县教育局关于商请支援的函"],
    ["an appointment", "云溪县人民政府关于王某某等同志任免职的通知"],
    ["an award", "云溪县人民政府关于表彰先进单位的决定"],
    ["a commission", "云溪县人民政府关于调整防汛指挥部组成人员的通知"],
    ["staffing", "云溪县人民政府关于内设机构设置的通知"],
    ["a meeting", "云溪县人民政府关于召开全县经济工作会议的通知"],
    ["holidays", "云溪县人民政府办公室关于2024年放假安排的通知"],
    ["a new name", "云溪县人民政府办公室关于县医院更名的通知"],
    ["internal rules", "云溪县人民政府关于印发《云溪县人民政府工作规则》的通知"],
    ["a deployment of work", "云溪县人民政府办公室关于加强政策解读工作的通知"],
    ["a work report", "2024年法治政府建设工作报告"],
    ["a regulation", "云溪市犬只管理条例"],
  ])("false of %s", (_, title) => {
    const found = classify(`${title}\n${PLAIN_BODY}`);
    expect(found).toMatchObject({ normative: false, policy: false });
    expect(found.because[0]).toMatch(/“.+”|没有/);
    expect(found.why[0]).toMatch(/“.+”|没有/);
  });

  it.each([
    ["an opinion", "云溪县人民政府关于促进服务业发展的意见"],
    ["measures", "云溪县人民政府关于印发《云溪县稳就业若干措施》的通知"],
    ["a plan", "云溪县人民政府关于印发云溪县养老服务发展规划的通知"],
  ])("policy, not normative: %s", (_, title) => {
    expect(classify(`${title}\n${PLAIN_BODY}`)).toMatchObject({ normative: false, policy: true });
  });

  it.each([
    "云溪县易地搬迁补助办法",
    "云溪县校外培训机构管理办法",
    "云溪县任职资格考试管理规定",
    "云溪县土地拍卖办法",
  ])("takes %s for rules, not for an occasion", (title) => {
    expect(classify(`${title}\n${PUBLIC_RULES}`)).toMatchObject({ normative: true, policy: true });
  });

  it("keeps a decision that only repeals from being a policy", () => {
    const text = `云溪县人民政府关于废止《云溪县收费办法》的决定\n云政规〔2024〕4号\n${PLAIN_BODY}`;
    expect(classify(text)).toMatchObject({ normative: true, policy: false });
  });

  it("leaves the last word to metadata, and says so", () => {
    const found = classify(`云溪县犬只管理办法\n${PUBLIC_RULES}`, { normative: false, policy: false });
    expect(found).toMatchObject({
      normative: false,
      policy: false,
      because: ["元数据（文件头）写明不属于行政规范性文件"],
    });
    expect(classify(`云溪县人民政府关于资金的请示\n${PLAIN_BODY}`, { normative: true }).normative).toBe(true);
  });

  it("does not take 规 of 规划 for the mark", () => {
    const text = `云溪县自然资源和规划局关于征地公示的通知\n云自资规〔2024〕3号\n${PLAIN_BODY}`;
    expect(classify(text).normative).toBe(false);
  });
});

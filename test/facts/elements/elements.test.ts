import { describe, expect, it } from "vitest";
import type { Element, Elements } from "../../../linter/facts/documentFacts";
import { type Draft, readDraft } from "../../support/draft";

type Plain = { [Key in keyof Elements]: Key extends "attachments" ? string[] : string | null };

/** What the document's elements say, as plain values. */
function elementsOf(text: string, more: Omit<Draft, "text"> = {}): Plain {
  const { elements } = readDraft({ text, ...more }).facts;
  const value = (element: Element | null) => element?.value ?? null;
  return {
    docNumber: value(elements.docNumber),
    issuer: value(elements.issuer),
    title: value(elements.title),
    addressees: value(elements.addressees),
    signatory: value(elements.signatory),
    date: value(elements.date),
    securityClass: value(elements.securityClass),
    urgency: value(elements.urgency),
    note: value(elements.note),
    attachments: elements.attachments.map((element) => element.value),
  };
}

const BODY = "为做好冬季防火工作，现将有关事项通知如下。";

/** A whole notice around what a test changes. */
function notice(parts: { head?: string; address?: string; body?: string; tail?: string }): string {
  const { head = "云溪县人民政府关于做好冬季防火工作的通知\n云政发〔2024〕12号" } = parts;
  const {
    address = "各镇人民政府，县政府各部门：",
    body = BODY,
    tail = "云溪县人民政府\n2024年11月5日",
  } = parts;
  return [head, address, body, tail].filter(Boolean).join("\n");
}

describe("a standard notice", () => {
  it("shows every element", () => {
    const text = [
      "000012",
      "机密★1年",
      "特急",
      "云溪县人民政府办公室文件",
      "云政办发〔2024〕12号",
      "云溪县人民政府办公室关于做好冬季防火工作的通知",
      "各镇人民政府，县政府各部门：",
      BODY,
      "附件：1. 检查记录表",
      "2. 联系人名单",
      "云溪县人民政府办公室",
      "2024年11月5日",
      "（此件不予公开）",
      "抄送：县委办公室，县人大办公室。",
      "云溪县人民政府办公室　　2024年11月5日印发",
      "附件1",
      "检查记录表",
    ].join("\n");
    expect(elementsOf(text)).toEqual({
      docNumber: "云政办发〔2024〕12号",
      issuer: "云溪县人民政府办公室",
      title: "云溪县人民政府办公室关于做好冬季防火工作的通知",
      addressees: "各镇人民政府，县政府各部门",
      signatory: "云溪县人民政府办公室",
      date: "2024-11-05",
      securityClass: "机密★1年",
      urgency: "特急",
      note: "（此件不予公开）",
      attachments: ["检查记录表", "联系人名单"],
    });
  });

  it("keeps class and urgency of one line apart", () => {
    const text = notice({ head: "秘密★6个月　加急\n云溪县人民政府关于做好冬季防火工作的通知" });
    expect(elementsOf(text)).toMatchObject({ securityClass: "秘密★6个月", urgency: "加急" });
  });

  it("gives places at which the quoted words stand", () => {
    const { document, facts } = readDraft({
      text: notice({ tail: "附件：名单\n云溪县人民政府\n2024年11月5日\n（此件公开发布）" }),
    });
    const { attachments, ...single } = facts.elements;
    for (const element of [...Object.values(single), ...attachments]) {
      if (!element?.place) continue;
      const { block, start, end } = element.place;
      expect(document.blocks[block]?.text.slice(start, end)).toBe(element.quote);
      expect(element.quote).not.toBe("");
    }
  });

  it("finds nothing in an empty document", () => {
    expect(elementsOf("")).toMatchObject({ title: null, date: null, attachments: [] });
  });
});

describe("版头", () => {
  it.each([
    ["of one organ", "云溪县人民政府文件\n云政发〔2024〕12号", "云溪县人民政府"],
    ["of two organs", "云溪县教育局\n云溪县财政局文件\n云教发〔2024〕12号", "云溪县教育局、云溪县财政局"],
    [
      "with 文件 below",
      "云溪县教育局\n云溪县财政局\n文　件\n云教发〔2024〕12号",
      "云溪县教育局、云溪县财政局",
    ],
    ["of a letter", "云溪县教育局\n云教函〔2024〕12号", "云溪县教育局"],
  ])("names the issuer: %s", (_, mark, issuer) => {
    const found = elementsOf(notice({ head: `${mark}\n关于做好冬季防火工作的通知` }));
    expect(found).toMatchObject({ issuer, title: "关于做好冬季防火工作的通知" });
    expect(found.docNumber).not.toBeNull();
  });
});

describe("发文字号", () => {
  it.each([
    [
      "before the title",
      "云政发〔2024〕12号\n云溪县人民政府关于做好冬季防火工作的通知",
      "云政发〔2024〕12号",
    ],
    [
      "behind the title",
      "云溪县人民政府关于做好冬季防火工作的通知\n云政发〔2024〕12号",
      "云政发〔2024〕12号",
    ],
    [
      "in round brackets",
      "云溪县人民政府关于做好冬季防火工作的通知\n（云政发〔2024〕12号）",
      "云政发〔2024〕12号",
    ],
    [
      "in square brackets",
      "云溪县人民政府关于做好冬季防火工作的通知\n[云政发[2024]12号]",
      "云政发[2024]12号",
    ],
    [
      "beside the signer",
      "云政发〔2024〕12号　　　签发人：某某某\n云溪县人民政府关于防火工作的请示",
      "云政发〔2024〕12号",
    ],
    ["year first", "云溪县司法局关于有关问题的通知\n〔1996〕云司字第82号", "〔1996〕云司字第82号"],
  ])("is found %s", (_, head, number) => {
    expect(elementsOf(notice({ head })).docNumber).toBe(number);
  });

  it("is not taken from the text", () => {
    const text = notice({
      head: "云溪县人民政府关于做好冬季防火工作的通知",
      body: "根据云政发〔2020〕3号，现通知如下。",
    });
    expect(elementsOf(text).docNumber).toBeNull();
  });

  it("joins an order's name and its number on the next line", () => {
    const text =
      "云溪省人民政府令\n第220号\n《云溪省犬只管理办法》已经省人民政府常务会议通过，现予公布。\n省长　李某某\n2024年5月6日\n云溪省犬只管理办法\n第一条　为加强管理，制定本办法。";
    expect(elementsOf(text)).toMatchObject({
      docNumber: "云溪省人民政府令第220号",
      issuer: "云溪省人民政府",
      title: "云溪省犬只管理办法",
      signatory: "省长 李某某",
      date: "2024-05-06",
    });
  });

  it("joins an announcement's name and number", () => {
    const text =
      "云溪省税务局公告\n2018年第3号\n关于申报期限的公告\n现将申报期限公告如下。\n云溪省税务局\n2018年2月3日";
    expect(elementsOf(text)).toMatchObject({
      docNumber: "云溪省税务局公告2018年第3号",
      title: "关于申报期限的公告",
      issuer: "云溪省税务局",
    });
  });

  it("comes from the head note of a text that was published by order", () => {
    const text =
      "云溪省犬只管理办法\n（2019年6月6日云溪省人民政府令第198号公布　根据2022年12月22日云溪省人民政府令第209号修订）\n第一条　为加强管理，制定本办法。";
    expect(elementsOf(text)).toMatchObject({ docNumber: "云溪省人民政府令第209号", date: "2022-12-22" });
  });
});

describe("标题", () => {
  it.each([
    [
      "over two lines",
      "云溪县人民政府关于印发\n《云溪县犬只管理办法》的通知",
      "云溪县人民政府关于印发《云溪县犬只管理办法》的通知",
    ],
    [
      "over three lines",
      "云溪县人民政府关于同意建设云溪\n高新技术产业\n开发区的批复",
      "云溪县人民政府关于同意建设云溪高新技术产业开发区的批复",
    ],
    [
      "with blanks between the characters",
      "云溪县人民政府关于防火\n几 个 问 题 的 通 知",
      "云溪县人民政府关于防火几个问题的通知",
    ],
    [
      "of two organs",
      "云溪县教育局\n云溪县财政局关于做好资助工作的通知",
      "云溪县教育局 云溪县财政局关于做好资助工作的通知",
    ],
    ["of one word", "云溪县公安局\n通　告", "云溪县公安局通告"],
    [
      "whose first line could end it",
      "云溪县人民政府转发县水利局关于加强供水管理的意见\n的通知",
      "云溪县人民政府转发县水利局关于加强供水管理的意见的通知",
    ],
    ["with a status below", "云溪县犬只管理办法\n（征求意见稿）", "云溪县犬只管理办法（征求意见稿）"],
    [
      "below the navigation of a page",
      "首页 > 政务公开\n云溪县人民政府关于做好防火工作的通知",
      "云溪县人民政府关于做好防火工作的通知",
    ],
    [
      "below the organ on a letter",
      "云溪县教育局\n云教函〔2024〕3号\n云溪县教育局关于商请支援的函",
      "云溪县教育局关于商请支援的函",
    ],
    ["below the mark of an annex", "附件2\n云溪县招聘岗位目录", "云溪县招聘岗位目录"],
    ["without a kind's name", "云溪县冬季防火工作情况", "云溪县冬季防火工作情况"],
  ])("is read %s", (_, head, title) => {
    expect(elementsOf(notice({ head })).title).toBe(title);
  });

  it("is taken from metadata first", () => {
    const element = readDraft({
      text: notice({}),
      metadata: { title: "元数据里的标题" },
      metadataSource: "web-table",
    }).facts.elements.title;
    expect(element).toEqual({
      value: "元数据里的标题",
      quote: "元数据里的标题",
      place: null,
      source: "web-table",
    });
  });
});

describe("主送机关", () => {
  it.each([
    ["各镇人民政府:", "各镇人民政府"],
    ["各镇人民政府，\n县政府各部门：", "各镇人民政府，县政府各部门"],
    ["主送：县财政局：", "县财政局"],
    ["各位代表：", null],
    ["", null],
  ])("of %j is %j", (address, addressees) => {
    expect(elementsOf(notice({ address })).addressees).toBe(addressees);
  });
});

describe("署名和成文日期", () => {
  it.each([
    ["joint, side by side", "云溪县教育局　　云溪县财政局\n2024年11月5日", "云溪县教育局 云溪县财政局"],
    ["joint, one below the other", "云溪县教育局\n云溪县财政局\n2024年11月5日", "云溪县教育局 云溪县财政局"],
    ["torn over two lines", "云溪发展\n改革委办公室\n2024年11月5日", "云溪发展改革委办公室"],
    ["on the date's line", "云溪县人民政府　　2024年11月5日", "云溪县人民政府"],
    ["glued to the date", "云溪县人民政府2024年11月5日", "云溪县人民政府"],
    ["a person", "县长　　王某某\n2024年11月5日", "县长 王某某"],
    ["a person, spread", "主　任：王　某\n2024年11月5日", "主任 王某"],
    [
      "a person with the whole office",
      "云溪省人民政府省长　王某某\n2024年11月5日",
      "云溪省人民政府省长 王某某",
    ],
    [
      "behind a schedule",
      "2024年11月20日\n检查组到达各镇，开始检查工作。\n云溪县人民政府\n2024年11月5日",
      "云溪县人民政府",
    ],
    ["none, only a seal", "2024年11月5日", null],
    ["with a placeholder for the seal", "云溪县人民政府\n（盖章）\n2024年11月5日", "云溪县人民政府"],
    ["in old numerals", "云溪县人民政府\n二○二四年十一月五日", "云溪县人民政府"],
  ])("are read: %s", (_, tail, signatory) => {
    expect(elementsOf(notice({ tail }))).toMatchObject({ signatory, date: "2024-11-05" });
  });

  it.each([
    [
      "a bulletin's bracket under the title",
      "云溪县环境状况公报\n（2024年6月5日）\n全县环境质量总体良好。",
      "2024-06-05",
    ],
    [
      "the subtitle of a work report",
      "政府工作报告\n——2024年1月26日在云溪县第十七届人民代表大会第四次会议上\n县长　王某某\n各位代表：\n现在报告工作。",
      "2024-01-26",
    ],
    [
      "the last head note, not the day of effect",
      "云溪市犬只管理条例\n2021年8月26日 云溪市第七届人民代表大会常务委员会第三十三次会议通过\n2021年9月29日 云溪省第十三届人民代表大会常务委员会第二十七次会议批准\n2022年1月1日 施行\n第一条　为加强管理，制定本条例。",
      "2021-09-29",
    ],
  ])("date comes from %s", (_, text, date) => {
    expect(elementsOf(text).date).toBe(date);
  });

  it.each([
    ["left open", "云溪县人民政府\n2024年　月　日"],
    ["left open with crosses", "云溪县人民政府\n2024年×月×日"],
    ["left out", "云溪县人民政府"],
  ])("are read when the date is %s", (_, tail) => {
    expect(elementsOf(notice({ tail }))).toMatchObject({ signatory: "云溪县人民政府", date: null });
  });

  it("divides a draft with an open date and an open number", () => {
    const head = "云溪县人民政府关于印发《云溪县犬只管理办法》的通知\n云政发〔2024〕　号";
    const text = `${notice({ head, tail: "云溪县人民政府\n2024年　月　日" })}\n云溪县犬只管理办法\n第一条　为加强管理，制定本办法。`;
    expect(elementsOf(text)).toMatchObject({
      docNumber: null,
      addressees: "各镇人民政府，县政府各部门",
      date: null,
    });
    expect(readDraft({ text }).facts.parts.map(({ role }) => role)).toEqual(["main", "issued"]);
  });

  it("takes no printing date for the document's", () => {
    expect(elementsOf(notice({ tail: "云溪县人民政府办公室　　2024年11月6日印发" })).date).toBeNull();
  });

  it("takes no date of an annexed report", () => {
    const text = `${notice({})}\n关于火灾情况的报告\n全县火灾有所减少。\n云溪县消防救援大队\n2024年12月20日`;
    expect(elementsOf(text)).toMatchObject({ date: "2024-11-05", signatory: "云溪县人民政府" });
  });

  it.each([
    ["云溪县人民政府办公室转发县教育局关于加强管理的意见的通知", "云溪县人民政府办公室"],
    ["中华人民共和国主席令\n第十五号\n《某某法》已经通过，现予公布。", "中华人民共和国主席"],
    [
      "中华人民共和国某某法\n（1994年7月5日第八届全国人民代表大会常务委员会第八次会议通过）\n第一条　为了安全，制定本法。",
      "全国人民代表大会常务委员会",
    ],
  ])("names the issuer of %j", (text, issuer) => {
    expect(elementsOf(text).issuer).toBe(issuer);
  });

  it("takes the municipal congress for the issuer of a local regulation", () => {
    const text =
      "云溪市犬只管理条例\n2021年8月26日 云溪市第七届人民代表大会常务委员会第三十三次会议通过\n第一条　为加强管理，制定本条例。";
    expect(elementsOf(text).issuer).toBe("云溪市人民代表大会常务委员会");
  });
});

describe("附注", () => {
  const signed = "云溪县人民政府\n2024年11月5日";
  it.each([
    ["below the date", `${signed}\n（此件公开发布）`, "（此件公开发布）"],
    ["glued to the date", `${signed}（此件公开发布）`, "（此件公开发布）"],
    ["half-width", `${signed}\n(此件主动公开)`, "(此件主动公开)"],
    ["behind a contact", `${signed}\n（联系人：王某某，电话：123456）\n（此件公开发布）`, "（此件公开发布）"],
    ["only a contact", `${signed}\n（联系人：王某某）`, "（联系人：王某某）"],
    ["behind the last sentence", `特此通知。（此件公开发布）\n${signed}`, "（此件公开发布）"],
    ["none", signed, null],
  ])("is read: %s", (_, tail, note) => {
    expect(elementsOf(notice({ tail })).note).toBe(note);
  });
});

describe("附件说明", () => {
  const signed = "云溪县人民政府\n2024年11月5日";
  it.each([
    ["附件：检查记录表", ["检查记录表"]],
    ["附件：1. 检查记录表\n　　　2. 名单", ["检查记录表", "名单"]],
    ["附件：1．检查记录表 2．名单", ["检查记录表", "名单"]],
    ["附件1.检查记录表\n2.名单", ["检查记录表", "名单"]],
    ["附件1：检查记录表\n附件2：名单", ["检查记录表", "名单"]],
    ["附件：\n检查记录表.docx", ["检查记录表"]],
    ["附件：\n1. 检查记录表\n2. 名单", ["检查记录表", "名单"]],
    ["附件：1. 检查记录表.doc\n2. 名单.xls", ["检查记录表", "名单"]],
    ["附件：《检查记录表》。", ["检查记录表"]],
    ["附件：", []],
    ["名单见附件1。", []],
  ])("lists %j", (list, names) => {
    expect(elementsOf(notice({ tail: `${list}\n${signed}` })).attachments).toEqual(names);
  });

  it("hangs below the date on a web page", () => {
    const text = `${notice({})}\n附件：1. 检查记录表.doc\n2. 名单.doc`;
    expect(elementsOf(text).attachments).toEqual(["检查记录表", "名单"]);
    expect(readDraft({ text }).facts.parts).toHaveLength(1);
  });

  it("is dangling at the end", () => {
    expect(elementsOf(`${notice({})}\n附件：`).attachments).toEqual([]);
  });
});

describe("running text", () => {
  it("is cut at the elements of a scan without line breaks", () => {
    const text = `云溪县林业局文件云林〔2022〕16号云溪县林业局关于加强采伐管理的通知各镇林业站:${"各地要加强采伐作业的安全管理，做好现场防护。".repeat(8)}云溪县林业局2022年5月26日云溪县林业局2022年5月26日印发`;
    expect(elementsOf(text)).toMatchObject({
      docNumber: "云林〔2022〕16号",
      title: "云溪县林业局关于加强采伐管理的通知",
      issuer: "云溪县林业局",
      addressees: "各镇林业站",
      signatory: "云溪县林业局",
      date: "2022-05-26",
    });
  });
});

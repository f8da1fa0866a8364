import { describe, expect, it } from "vitest";
import { configureRules } from "../../../linter/engine/configure";
import { shareCopied } from "../../../rules/interpretation/copied";
import { interpretationQuality } from "../../../rules/interpretation/interpretation-quality";
import { missingInterpretation } from "../../../rules/interpretation/missing-interpretation";
import { workingDaysBetween } from "../../../rules/interpretation/workingDays";
import { type Draft, type DraftedCompanion, reportsOf, type Setting } from "../../support/draft";

const TITLE = "松河县农村供水管理办法";
const ARTICLES = [
  "第一条　为规范农村供水，保障农村居民饮水安全，根据有关法律，制定本办法。",
  "第二条　供水单位应当按照国家生活饮用水卫生标准供水，每季度向用水户公布水质检测结果。",
  "第三条　用水户应当按时交纳水费，不得擅自改装、拆除供水设施。",
  "第四条　本办法自2024年7月1日起施行，有效期5年。",
];
const main = (extra = "", more: Partial<Draft> = {}): Draft => ({
  text: `${TITLE}\n松政规〔2024〕3号\n${ARTICLES.join("\n")}\n${extra}\n松河县人民政府\n2024年6月3日\n（此件公开发布）`,
  ...more,
  metadata: { policy: true, ...more.metadata },
});
const GOOD =
  "一、为什么出台\n近年来部分村组水压不稳、收费不清，县里依据水法起草了这份文件。\n二、主要内容\n一是水质按国家标准执行，检测结果三个月公布一次；二是水价听证后确定，按月交费；三是管网由供水单位维修，接到报修后二十四小时内到场。\n三、适用范围\n全县农村集中供水工程都适用。";
const reading = (
  body: string,
  title = `《${TITLE}》政策解读`,
  more: Partial<DraftedCompanion> = {},
): DraftedCompanion => ({
  role: "interpretation",
  text: `${title}\n${body}`,
  ...more,
});

const missing = (draft: Draft, setting: Setting = {}) =>
  reportsOf(missingInterpretation, draft, setting).map(({ severity }) => severity);
const quality = (companion: DraftedCompanion, draft = main(), options = {}) =>
  reportsOf(interpretationQuality, draft, { companions: [companion], options }).map(({ message }) => message);

describe("missing-interpretation", () => {
  it("is an error in a package, a reminder for a lone file", () => {
    expect(missing(main(), { companions: [] })).toEqual(["error"]);
    expect(missing(main())).toEqual(["info"]);
    expect(missing(main("", { format: "editor" }))).toEqual(["info"]);
  });

  it.each([
    ["a companion that names the title", main(), [reading(GOOD)]],
    ["a companion named by its number", main(), [reading(`${GOOD}\n文号：松政规〔2024〕3号`, "新办法解读")]],
    [
      "a companion named in its text",
      main(),
      [reading(`近日，县政府印发了《农村供水管理办法》。\n${GOOD}`, "政策解读")],
    ],
    ["a plan", main(), [reading(GOOD, `《${TITLE}》解读方案`, { role: "interpretation-plan" })]],
    ["a stub, which interpretation-quality reports", main(), [reading("内容另行补充。", "政策解读")]],
    ["an annex", main(`附件：《${TITLE}》政策解读`), []],
    ["a link in the text", main("政策解读：https://www.songhe.example/jd/1.html"), []],
    [
      "an address in metadata",
      main("", { metadata: { interpretation: ["https://www.songhe.example/jd/1.html"] } }),
      [],
    ],
  ] as const)("is content with %s", (_, draft, companions) => {
    expect(missing(draft, { companions })).toEqual([]);
  });

  it.each([
    ["talk of interpretations", main("坚持政策性文件与解读方案、解读材料同步起草、同步报审、同步发布。"), []],
    ["an interpretation of another document", main(), [reading(GOOD, "《松河县停车收费管理办法》政策解读")]],
    ["an annex about another document", main("附件：《松河县停车收费管理办法》政策解读"), []],
  ] as const)("is not content with %s", (_, draft, companions) => {
    expect(missing(draft, { companions })).toEqual(["error"]);
  });

  it("names the linked file that is not there", () => {
    const draft = main("", { metadata: { interpretation: ["解读.docx"] } });
    const absent = [{ path: "包/解读.docx", role: "interpretation" as const, label: "gongwen.yaml" }];
    const reports = reportsOf(missingInterpretation, draft, { companions: [], missing: absent });
    expect(reports.map(({ message }) => message)).toEqual([
      "gongwen.yaml写明解读材料是“包/解读.docx”，但没有这个文件。",
    ]);
  });

  it.each([
    ["what is no policy", main("", { metadata: { policy: false } })],
    [
      "what is not published",
      { ...main(), text: main().text.replace("（此件公开发布）", "（此件不予公开，理由：内部管理信息）") },
    ],
    [
      "a work report",
      { text: "松河县水利局2025年法治政府建设工作报告\n坚持解读材料同步起草。\n松河县水利局\n2026年1月15日" },
    ],
    ["a document older than the duty", { ...main(), text: main().text.replaceAll("2024", "2014") }],
  ])("asks nothing of %s", (_, draft) => {
    expect(missing(draft)).toEqual([]);
  });
});

describe("interpretation-quality", () => {
  it.each([
    ["a short good one", reading(GOOD)],
    ["one that quotes an article", reading(`${GOOD}\n办法第三条规定，用水户不得擅自改装、拆除供水设施。`)],
    ["one released two days later", reading(`${GOOD}\n2024年6月5日`)],
    [
      "one that tells of the former version",
      reading(`2019年印发的《${TITLE}》（松政规〔2019〕2号）已经到期。\n${GOOD}`),
    ],
    [
      "a plan of a few lines",
      reading(
        "解读方式为图文解读，由县水利局编写，在县政府网站发布，文件印发之日同步发布，由县水利局办公室负责联系，并安排专人回应群众提问。",
        `《${TITLE}》解读方案`,
        { role: "interpretation-plan" },
      ),
    ],
    ["one of another document", reading("内容另行补充。", "《松河县停车收费管理办法》政策解读")],
  ])("accepts %s", (_, companion) => {
    expect(quality(companion)).toEqual([]);
  });

  it.each([
    ["empty", reading(""), "空白"],
    ["a stub", reading("内容另行补充。"), "没有讲清"],
    ["a picture", reading("", `一图读懂《${TITLE}》`), "图片形式"],
    [
      "silent on most points",
      reading(
        "文件的出台具有十分重要的意义，各镇各部门要提高政治站位，切实加强组织领导，认真抓好贯彻落实，确保各项要求落到实处、取得实效，以优异成绩为全县高质量发展作出新的更大贡献。",
      ),
      "没有讲到",
    ],
    ["a copy", reading(ARTICLES.join("\n")), "照抄"],
    ["late", reading(`${GOOD}\n2024年7月15日`), "工作日"],
    ["of another number", reading(`现对《${TITLE}》（松政规〔2021〕6号）解读如下。\n${GOOD}`), "另一个版本"],
  ])("reports one that is %s", (_, companion, words) => {
    const messages = quality(companion);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain(words);
  });

  it("tells the years of titles apart", () => {
    const draft: Draft = {
      text: "松河县2024年城乡居民医保参保工作实施方案\n一、参保范围。\n松河县人民政府办公室\n2024年6月3日",
      metadata: { policy: true },
    };
    const companion = reading(GOOD, "《松河县2023年城乡居民医保参保工作实施方案》政策解读");
    expect(quality(companion, draft).join()).toContain("2023");
  });

  it("counts the days that a local profile gives, and names its rule", () => {
    const local = { basis: "《松河市政策解读办法》（松政办发〔2025〕3号）", daysAfterRelease: 0 };
    const rules = configureRules(
      [interpretationQuality],
      "recommended",
      {},
      { name: "松河", interpretation: local },
    );
    const late = (options: object = {}) =>
      reportsOf(interpretationQuality, main(), {
        companions: [reading(`${GOOD}\n2024年6月5日`)],
        options,
      }).map(({ basis }) => basis);
    expect(late()).toEqual([]);
    expect(late(rules[0]?.options)).toEqual([[expect.stringContaining("国办发〔2016〕80号"), local.basis]]);
  });

  it("puts its findings on the companion, and heeds its options", () => {
    const companion = reading("内容另行补充。");
    const [report] = reportsOf(interpretationQuality, main(), { companions: [companion] });
    expect(report?.path).toBe("包/interpretation.md");
    expect(quality(reading(`${GOOD}\n2024年7月15日`), main(), { daysAfterRelease: 60 })).toEqual([]);
    expect(quality(reading(GOOD), main(), { leastPoints: 9 })).toHaveLength(1);
  });
});

it("counts working days, weekends left out", () => {
  expect(workingDaysBetween("2024-06-03", "2024-06-03")).toBe(0);
  expect(workingDaysBetween("2024-06-07", "2024-06-10")).toBe(1);
  expect(workingDaysBetween("2024-06-03", "2024-06-17")).toBe(10);
  expect(workingDaysBetween("2024-06-17", "2024-06-03")).toBe(0);
});

it("measures what is copied, in linear time", () => {
  expect(shareCopied("供水单位应当按照国家标准供水", "供水单位应当按照国家标准供水")).toBe(1);
  expect(shareCopied("供水单位应当按照国家标准供水", "养犬人应当办理登记并为犬只免疫")).toBe(0);
  expect(shareCopied("短", "短")).toBe(0);
  const long = Array.from({ length: 200_000 }, (_, i) =>
    String.fromCharCode(0x4e00 + ((i * 7919) % 5000)),
  ).join("");
  const started = performance.now();
  shareCopied(long, long);
  expect(performance.now() - started).toBeLessThan(2000);
});

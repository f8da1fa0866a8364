import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Law } from "../../../linter/facts/laws";
import { readCompact } from "../../../rules/laws/compact";
import { registryAge, staleRegistryNotice } from "../../../rules/laws/registryAge";
import { stateOn } from "../../../rules/laws/state";
import { testRegistry, testRegistryText } from "../../support/registry";

const registry = testRegistry();

function law(title: string): Law {
  const match = registry.find(title);
  if (!match) throw new Error(`not in the registry: ${title}`);
  return match.law;
}

const state = (title: string, date: string) => registry.state(law(title), date);

describe("state", () => {
  it.each(["婚姻法", "继承法", "民法通则", "收养法", "担保法", "合同法", "物权法", "侵权责任法", "民法总则"])(
    "knows that %s ended with the Civil Code",
    (title) => {
      expect(state(title, "2021-01-01")).toMatchObject({
        status: "repealed",
        since: "2021-01-01",
        certain: true,
      });
      expect(state(title, "2026-11-24").successor?.title).toBe("中华人民共和国民法典");
      expect(state(title, "2020-12-31")).toMatchObject({
        status: "in-force",
        endsOn: "2021-01-01",
        since: null,
      });
      // Nobody knew of the repeal before the Civil Code was adopted.
      expect(state(title, "2019-06-01")).toMatchObject({ status: "in-force", endsOn: null, successor: null });
    },
  );

  it("knows the ten acts that ended with the Ecological and Environmental Code", () => {
    const base = readCompact(testRegistryText());
    const ended = Array.from({ length: base.count }, (_, row) => base.decode(row)).filter(
      (row) =>
        row.repealed === "2026-08-15" &&
        row.replacedBy === "中华人民共和国生态环境法典" &&
        row.level === "法律",
    );
    expect(ended).toHaveLength(10);
    for (const { title } of ended) {
      expect(state(title, "2026-08-14")).toMatchObject({ status: "in-force", endsOn: "2026-08-15" });
      expect(state(title, "2026-08-15").status).toBe("repealed");
    }
    expect(state("生态环境法典", "2026-08-14")).toMatchObject({
      status: "not-yet-in-force",
      upcoming: { articles: 1242 },
    });
    expect(state("生态环境法典", "2026-08-15")).toMatchObject({
      status: "in-force",
      current: { articles: 1242 },
    });
  });

  it.each(["医疗保障法", "耕地保护和质量提升法"])("knows that %s is not yet in force", (title) => {
    expect(state(title, "2026-11-24")).toMatchObject({
      status: "not-yet-in-force",
      upcoming: { effective: "2027-01-01" },
    });
    expect(state(title, "2027-01-01")).toMatchObject({
      status: "in-force",
      current: { effective: "2027-01-01" },
    });
  });

  it.each(["农业法", "商标法", "注册会计师法", "电力安全事故应急处置和调查处理条例"])(
    "knows that %s is in force with a later text to come",
    (title) => {
      const now = state(title, "2026-11-24");
      expect(now).toMatchObject({ status: "in-force", upcoming: { effective: "2027-01-01" } });
      expect(now.current).not.toBe(now.upcoming);
      expect(state(title, "2027-01-01")).toMatchObject({
        current: { effective: "2027-01-01" },
        upcoming: null,
      });
      // A text not yet adopted was not to come.
      expect(state(title, "2025-01-01").upcoming).toBeNull();
    },
  );

  it("knows which text was in force on a date", () => {
    expect(state("公司法", "2024-06-30")).toMatchObject({
      current: { articles: 218 },
      upcoming: { articles: 266 },
    });
    expect(state("公司法", "2024-07-01")).toMatchObject({ current: { articles: 266 }, upcoming: null });
  });

  it("knows a repeal that is decided but to come", () => {
    expect(state("食品标识管理规定", "2026-11-24")).toMatchObject({
      status: "in-force",
      endsOn: "2027-03-16",
      successor: { title: "食品标识监督管理办法" },
    });
    expect(state("食品标识管理规定", "2027-03-16").status).toBe("repealed");
    expect(state("食品标识管理规定", "2020-01-01").endsOn).toBeNull();
  });

  it("never takes an unverified document for one in force", () => {
    const document = law("国务院关于促进节约集约用地的通知");
    expect(document.status).toBeNull();
    expect(registry.state(document, "2026-11-24")).toMatchObject({ status: "unknown", certain: false });
  });

  it("is certain up to the date of the row", () => {
    expect(state("安全生产法", "2026-09-30").certain).toBe(true);
    expect(state("安全生产法", "2026-10-01").certain).toBe(false);
  });

  it("does not say of a law long before its first known text that it was not yet there, unless all texts are known", () => {
    expect(state("民法典", "2010-01-01").status).toBe("not-yet-in-force");
    expect(state("公平竞争审查条例", "2024-07-01").status).toBe("not-yet-in-force");
    expect(state("公平竞争审查条例", "2015-01-01").status).toBe("unknown");
  });

  it("gives an answer for every row and date", () => {
    const base = readCompact(testRegistryText());
    const days = fc
      .date({ min: new Date("1949-10-01"), max: new Date("2049-10-01"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: base.count - 1 }), days, (row, date) => {
        const known = base.decode(row);
        const { status, current, upcoming, since, endsOn } = registry.state(known, date);
        if (current?.effective) expect(current.effective <= date).toBe(true);
        if (upcoming?.effective) expect(upcoming.effective > date).toBe(true);
        if (status === "repealed") expect(since === null || since <= date).toBe(true);
        if (endsOn !== null) expect(endsOn > date).toBe(true);
        if (status === "in-force") expect(known.status).not.toBeNull();
      }),
      { numRuns: 3000 },
    );
  });
});

describe("stateOn, where the data are silent", () => {
  const row: Law = {
    id: "x",
    title: "某办法",
    short: [],
    level: "部门规章",
    issuer: null,
    region: null,
    status: "in-force",
    versions: [],
    repealed: null,
    replacedBy: null,
    confidence: "medium",
    asOf: "2024-12-31",
    note: null,
    otherNumbers: [],
  };
  const text = { adopted: null, effective: null, kind: "enacted", order: null, articles: null } as const;

  it("says unknown of a repealed rule on a date before it is known to have ended", () => {
    const ended: Law = { ...row, status: "repealed", versions: [{ ...text, adopted: "2005-01-01" }] };
    expect(stateOn(ended, "2010-01-01", null)).toMatchObject({ status: "unknown", certain: false });
    expect(stateOn(ended, "2025-01-01", null)).toMatchObject({ status: "repealed", since: null });
  });

  it("keeps an older text open when the first known one is a revision", () => {
    const revised: Law = {
      ...row,
      versions: [{ ...text, kind: "revised", adopted: "2015-01-01", effective: "2015-03-01" }],
    };
    expect(stateOn(revised, "2014-12-01", null).status).toBe("unknown");
    expect(stateOn(revised, "2015-03-01", null).status).toBe("in-force");
  });

  it("does not choose between two texts while the later one's first day is not known", () => {
    const versions = [
      { ...text, adopted: "2010-01-01", effective: "2010-01-01", articles: 30 },
      { ...text, kind: "revised" as const, adopted: "2020-05-14", articles: 50 },
    ];
    const local: Law = { ...row, level: "地方性法规", versions };
    expect(stateOn(local, "2020-06-01", null)).toMatchObject({ status: "in-force", current: null });
    expect(stateOn(local, "2020-01-01", null).current?.articles).toBe(30);
    expect(stateOn(local, "2022-01-01", null).current?.articles).toBe(50);
  });

  it("lets no amendment begin before the text it amends", () => {
    const versions = [
      { ...text, adopted: "2019-04-29", effective: "2020-01-01", articles: 40 },
      { ...text, kind: "amended" as const, adopted: "2019-09-29", articles: 41 },
    ];
    const local: Law = { ...row, level: "地方性法规", versions };
    expect(stateOn(local, "2019-10-15", null)).toMatchObject({ status: "not-yet-in-force", current: null });
    expect(stateOn(local, "2020-01-01", null).current?.articles).toBe(41);
  });

  it("says unknown where there is no text at all", () => {
    expect(stateOn(row, "2020-01-01", null)).toMatchObject({
      status: "unknown",
      current: null,
      upcoming: null,
    });
  });
});

describe("movedArticle", () => {
  const company = law("公司法");
  const text = (adopted: string) => company.versions.find((version) => version.adopted === adopted) ?? null;
  const [old, now] = [text("2018-10-26"), text("2023-12-29")];

  it("follows the tables from the old text to the new one", () => {
    expect(now && registry.movedArticle(company, 16, old, now)).toBe(15);
    expect(now && registry.movedArticle(company, 148, old, now)).toBeNull();
  });

  it("says nothing of texts or articles that the tables do not know", () => {
    expect(now && registry.movedArticle(company, 16, null, now)).toBeNull();
    expect(old && registry.movedArticle(company, 15, now, old)).toBeNull();
    expect(now && registry.movedArticle(law("安全生产法"), 3, old, now)).toBeNull();
  });
});

describe("the age of the registry", () => {
  it.each([
    ["2026-09-30", "2026-11-24", 1],
    ["2026-09-30", "2027-03-29", 5],
    ["2026-09-30", "2027-03-30", 6],
    ["2026-09-30", "2026-01-01", 0],
  ])("from %s to %s is %i months", (asOf, today, months) => {
    expect(registryAge(asOf, today)).toBe(months);
  });

  it("is told from half a year on", () => {
    expect(registry.asOf).toBe("2026-09-30");
    expect(staleRegistryNotice(registry.asOf, "2026-11-24")).toBeNull();
    expect(staleRegistryNotice(registry.asOf, "2027-04-01")).toContain("2026-09-30");
  });
});

import { describe, expect, it } from "vitest";
import { configureRules, type RuleSetting } from "../../../linter/engine/configure";
import type { LocalProfile } from "../../../linter/engine/profiles/localProfile";
import { resolveProfile } from "../../../linter/engine/profiles/shipped";
import { lintFiles } from "../../../linter/workspace/lintFiles";
import { validityPeriod } from "../../../rules/elements/validity-period";
import { testRegistry } from "../../support/registry";

const PROFILE = {
  name: "松河",
  validity: {
    years: 3,
    trialYears: 1,
    required: true,
    reviewMonths: 6,
    basis: "《松河市规范性文件办法》（松河市人民政府令第9号）",
  },
};
const LIMITS = { years: 5, trialYears: 2, basis: "《松河市行政规范性文件管理规定》" };

interface Draft {
  title?: string;
  head?: string;
  options?: Readonly<Record<string, unknown>> | null;
  profile?: LocalProfile | null;
}

async function found(
  last: string,
  { title = "松河县农村供水管理办法", head = "是", options = LIMITS, profile = null }: Draft = {},
) {
  const text = `---\n行政规范性文件: ${head}\n---\n\n# ${title}\n\n第一条　供水单位应当按照标准供水。\n\n第二条　${last}\n\n松河县人民政府\n\n2026年3月2日\n`;
  const settings: Record<string, RuleSetting> = options ? { "validity-period": ["warning", options] } : {};
  const rules = configureRules([validityPeriod], "recommended", settings, profile);
  const file = { path: "一.md", read: async () => new TextEncoder().encode(text) };
  const found: [string, string, readonly string[]][] = [];
  for await (const { error, findings } of lintFiles([file], {
    rulesFor: () => rules,
    laws: testRegistry(),
    asOf: "2026-11-24",
    today: "2026-11-24",
  })) {
    expect(error).toBeNull();
    for (const { severity, quote, basis } of findings) found.push([severity, quote, basis]);
  }
  return found;
}

describe("validity-period", () => {
  it("warns of more years than the local rule allows, and names it", async () => {
    const last = "本办法自2026年4月1日起施行，有效期6年。";
    expect(await found(last)).toEqual([["warning", `第二条　${last}`, [LIMITS.basis]]]);
    expect(await found(last.replace("6年。", "5年。"))).toEqual([]);
  });

  it("holds trial rules to their own limit", async () => {
    const options = { title: "松河县农村供水管理办法（试行）" };
    expect(await found("本办法自2026年4月1日起施行，有效期3年。", options)).toHaveLength(1);
    expect(await found("本办法自2026年4月1日起施行，有效期2年。", options)).toEqual([]);
  });

  it("counts from the first day to the last where no years are given", async () => {
    expect(await found("本办法自2026年4月1日起施行，有效期至2031年3月31日。")).toEqual([]);
    expect(await found("本办法自2026年4月1日起施行，有效期至2031年4月1日。")).toEqual([]);
    expect(await found("本办法自2026年4月1日起施行，有效期至2032年3月31日。")).toHaveLength(1);
  });

  it("reminds only local rules in articles, and never what is not normative", async () => {
    const last = "本办法自2026年4月1日起施行。";
    expect((await found(last)).map(([severity]) => severity)).toEqual(["info"]);
    expect(await found(last, { head: "否" })).toEqual([]);
    expect(await found(`${last}长期有效。`)).toEqual([]);
    expect(await found(last, { title: "松河县人民政府关于加强农村供水的意见" })).toEqual([]);
  });
});

describe("validity-period by a local profile", () => {
  const basis = [PROFILE.validity.basis];
  const local = { options: null, profile: PROFILE };

  it("judges by the local rule and names it", async () => {
    const last = "本办法自2026年4月1日起施行，有效期4年。";
    expect(await found(last, local)).toEqual([["warning", `第二条　${last}`, basis]]);
    expect(await found(last.replace("4年。", "3年。"), local)).toEqual([]);
    const trial = { ...local, title: "松河县农村供水管理办法（试行）" };
    expect(await found(last.replace("4年。", "2年。"), trial)).toHaveLength(1);
  });

  it("gives way to options that are set", async () => {
    const last = "本办法自2026年4月1日起施行，有效期4年。";
    expect(await found(last, { options: { years: 5 }, profile: PROFILE })).toEqual([]);
  });

  it("warns of absence where a period is required, and is silent where none need be stated", async () => {
    const last = "本办法自2026年4月1日起施行。";
    expect(await found(last, local)).toEqual([["warning", "松河县农村供水管理办法", basis]]);
    const free = { name: "松河", validity: { ...PROFILE.validity, required: false } };
    expect(await found(last, { options: null, profile: free })).toEqual([]);
  });

  it("reminds of the evaluation in the months before the end, neither earlier nor later", async () => {
    const until = (day: string) => `本办法自2024年4月1日起施行，有效期至${day}。`;
    expect(await found(until("2027年3月31日"), local)).toEqual([
      ["info", `第二条　${until("2027年3月31日")}`, basis],
    ]);
    expect(await found(until("2027年3月31日"), { options: null })).toEqual([]);
    expect(await found(until("2026年10月31日"), local)).toEqual([]);
    const long = { name: "松河", validity: { reviewMonths: 6, basis: "甲" } };
    expect(await found(until("2027年6月30日"), { options: null, profile: long })).toEqual([]);
  });

  it("knows the shipped ones by name", async () => {
    const last = "本办法自2026年4月1日起施行，有效期6年。";
    for (const [name, number] of [
      ["湖南", "湖南省人民政府令第222号"],
      ["陕西", "陕西省人民政府令第216号"],
    ] as const) {
      const [finding] = await found(last, { options: null, profile: resolveProfile(name) });
      expect(finding?.[2]).toEqual([expect.stringContaining(number)]);
    }
    expect(resolveProfile("云溪")).toBeNull();
  });
});

import { describe, expect, it } from "vitest";
import { configureRules } from "../../../linter/engine/configure";
import { lintFiles } from "../../../linter/workspace/lintFiles";
import { validityPeriod } from "../../../rules/elements/validity-period";
import { testRegistry } from "../../support/registry";

const LIMITS = { years: 5, trialYears: 2, basis: "《松河市行政规范性文件管理规定》" };

async function found(last: string, { title = "松河县农村供水管理办法", head = "是", options = LIMITS } = {}) {
  const text = `---\n行政规范性文件: ${head}\n---\n\n# ${title}\n\n第一条　供水单位应当按照标准供水。\n\n第二条　${last}\n\n松河县人民政府\n\n2026年3月2日\n`;
  const rules = configureRules([validityPeriod], "recommended", { "validity-period": ["warning", options] });
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

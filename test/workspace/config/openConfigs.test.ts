import { dirname } from "node:path";
import { describe, expect, it } from "vitest";
import { ConfigFiles } from "../../../linter/workspace/config/configFiles";
import { givenFiles } from "../../../linter/workspace/config/givenFiles";
import { openConfigs } from "../../../linter/workspace/config/openConfigs";
import { OwnLawFiles } from "../../../linter/workspace/config/ownLawFiles";
import { allRules } from "../../../rules/index";

/** Law files of these tests: one law a line; a line that ends in “？” is wrong. */
async function parse(text: string) {
  const lines = text.split("\n").filter((line) => line !== "");
  return {
    rows: lines.filter((line) => !line.endsWith("？")),
    problems: lines.filter((line) => line.endsWith("？")),
  };
}

async function open(texts: Record<string, string>) {
  const files = new ConfigFiles(
    allRules,
    givenFiles(new Map(Object.entries(texts).map(([path, text]) => [path, async () => text]))),
  );
  const read: string[] = [];
  const laws = new OwnLawFiles({
    text: async (path) => {
      read.push(path);
      return texts[path] ?? null;
    },
    parse,
  });
  const documents = Object.keys(texts).filter((path) => path.endsWith(".md"));
  const find = (path: string) => files.find(dirname(path));
  return { ...(await openConfigs(documents, { find, files, laws })), read };
}

describe("configurations of a run", () => {
  it("bring their own laws, each file read once; those of a wrong configuration do not count", async () => {
    const { configs, laws, read, errors, troubleOf, configOf } = await open({
      "甲/gongwen.config.yaml": "laws: [../公用/甲.csv, ../公用/乙.csv]\n",
      "甲/一.md": "",
      "乙/gongwen.config.yaml": "laws: [../公用/乙.csv]\n",
      "乙/二.md": "",
      "丙/gongwen.config.yaml": "laws: [../公用/丙.csv, ../公用/坏.csv]\n",
      "丙/三.md": "",
      "丁/四.md": "",
      "公用/甲.csv": "甲法",
      "公用/乙.csv": "乙法",
      "公用/丙.csv": "丙法",
      "公用/坏.csv": "某法？",
    });
    expect(configs.map(({ path }) => path)).toEqual(["甲/gongwen.config.yaml", "乙/gongwen.config.yaml"]);
    expect(laws).toEqual(["甲法", "乙法"]);
    expect(read).toEqual(["公用/甲.csv", "公用/乙.csv", "公用/丙.csv", "公用/坏.csv"]);
    expect(errors).toHaveLength(1);
    expect(troubleOf("丙/三.md")).toBe("配置有误：丙/gongwen.config.yaml：laws 有误：公用/坏.csv：某法？");
    expect(configOf("丙/三.md")).toBeNull();
    expect([troubleOf("丁/四.md"), configOf("丁/四.md")]).toEqual([null, null]);
    expect(configOf("乙/二.md")?.path).toBe("乙/gongwen.config.yaml");
  });

  it("are told in one line, with all that is wrong", async () => {
    const { troubleOf } = await open({
      "甲/gongwen.config.yaml": "rules: {no-such: error, nor-this: error}\n",
      "甲/一.md": "",
    });
    expect(troubleOf("甲/一.md")).toMatch(
      /^配置有误：[^\n]*rules\.no-such：[^\n]*；[^\n]*rules\.nor-this：[^\n]*$/,
    );
  });

  it("that cannot even be read are wrong, not the end", async () => {
    const bomb = ["a: &a [x, x, x, x, x, x, x, x, x]"];
    for (const [name, of] of ["ba", "cb", "dc", "ed", "fe", "gf"].map((pair) => [...pair]))
      bomb.push(`${name}: &${name} [${new Array(9).fill(`*${of}`).join(", ")}]`);
    const { troubleOf } = await open({
      "甲/gongwen.config.yaml": bomb.join("\n"),
      "甲/一.md": "",
      "乙/二.md": "",
    });
    expect(troubleOf("甲/一.md")).toMatch(/^配置有误：甲\/gongwen\.config\.yaml：读不出来：/);
    expect(troubleOf("乙/二.md")).toBeNull();
  });
});

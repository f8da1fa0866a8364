import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { ConfigError } from "../../../linter/workspace/config/access";
import { ConfigFiles } from "../../../linter/workspace/config/configFiles";
import { givenFiles } from "../../../linter/workspace/config/givenFiles";
import { isIgnored, type LoadedConfig, rulesFor } from "../../../linter/workspace/config/loadedConfig";
import { ConfigFiles as FilesOnDisk } from "../../../linter/workspace/node/configFiles";
import { allRules } from "../../../rules/index";

type Texts = Record<string, string>;

const PATTERN = (words: string) =>
  `patterns: [{ id: local/word, title: 用词, basis: [本县规定], words: [${words}] }]\n`;

function given(texts: Texts): ConfigFiles {
  const files = new Map(Object.entries(texts).map(([path, text]) => [path, async () => text]));
  return new ConfigFiles(allRules, givenFiles(files));
}

async function nearest(texts: Texts, path: string): Promise<LoadedConfig | null> {
  const files = given(texts);
  const found = files.find(dirname(path) === "." ? "" : dirname(path));
  return found === null ? null : files.load(found);
}

function levels(path: string, config: LoadedConfig | null): Record<string, string> {
  return Object.fromEntries(
    rulesFor(path, config, allRules).map(({ rule, severity }) => [rule.id, severity]),
  );
}

const TREE: Texts = {
  "库/gongwen.config.yaml": `extends: [strict, 公用/全县.yaml]
rules: { law-title: info }
overrides:
  - { files: ["旧/**"], rules: { law-title: "off" } }
  - { files: ["**/*.md"], rules: { law-number: info } }
ignore: ["草稿/**"]
laws: [公用/本县文件.csv]
`,
  "库/公用/全县.yaml": `rules: { law-title: error, repealed-law: warning }
organs: [云溪局]
overrides: [{ files: ["../旧/一.md"], rules: { repealed-law: info } }]
${PATTERN("有关单位")}`,
  "库/公用/本县文件.csv": "题名\n某办法\n",
  "库/旧/一.md": "",
  "库/新/gongwen.config.json": '{"extends": "minimal", "rules": {"law-title": "warning"}}',
  "库/新/深/一.md": "",
};

describe("configurations among given files", () => {
  it("are found upwards; the nearest wins alone", async () => {
    expect((await nearest(TREE, "库/旧/一.md"))?.path).toBe("库/gongwen.config.yaml");
    const inner = await nearest(TREE, "库/新/深/一.md");
    expect(inner).toMatchObject({ path: "库/新/gongwen.config.json", preset: "minimal", patterns: [] });
    expect(await nearest(TREE, "别处/一.md")).toBeNull();
    expect((await nearest({ "gongwen.config.yml": "" }, "一.md"))?.path).toBe("gongwen.config.yml");
  });

  it("come with what they extend, own settings over extended ones, overrides in order", async () => {
    const config = await nearest(TREE, "库/旧/一.md");
    expect(levels("库/二.docx", config)).toMatchObject({ "law-title": "info", "repealed-law": "warning" });
    expect(levels("库/旧/一.md", config)).toMatchObject({ "law-number": "info", "repealed-law": "info" });
    expect(levels("库/旧/一.md", config)["law-title"]).toBeUndefined();
    expect(config?.origins).toMatchObject({
      "law-title": "库/gongwen.config.yaml",
      "repealed-law": "库/公用/全县.yaml",
    });
    expect(config).toMatchObject({ laws: ["库/公用/本县文件.csv"], ownWords: ["云溪局"], unused: [] });
    expect(config?.patterns.map(({ id }) => id)).toEqual(["local/word"]);
    expect([isIgnored("库/草稿/一.md", config), isIgnored("库/旧/一.md", config)]).toEqual([true, false]);
  });

  it("are the same on the disk and given", async () => {
    const folder = mkdtempSync(join(tmpdir(), "gongwen-configs-"));
    for (const [path, text] of Object.entries(TREE)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const disk = new FilesOnDisk(allRules);
    for (const path of ["库/旧/一.md", "库/二.md", "库/草稿/三.md", "库/新/深/一.md"]) {
      const [a, b] = [await disk.nearest(join(folder, path)), await nearest(TREE, path)];
      expect(levels(join(folder, path), a)).toEqual(levels(path, b));
      expect(isIgnored(join(folder, path), a)).toBe(isIgnored(path, b));
      expect(a?.laws).toEqual(b?.laws.map((law) => join(folder, law)));
    }
    rmSync(folder, { recursive: true });
  });

  it("a pattern of the same id takes the place of the extended one", async () => {
    const config = await nearest(
      { "甲/gongwen.config.yaml": `extends: 乙.yaml\n${PATTERN("适时")}`, "甲/乙.yaml": PATTERN("有关单位") },
      "甲/一.md",
    );
    expect(config?.patterns).toMatchObject([{ pattern: { words: ["适时"] } }]);
  });

  it.each<[string, Texts, string]>([
    [
      "a key that is none",
      { "甲/gongwen.config.yaml": "rule: {}\n" },
      "甲/gongwen.config.yaml：（整个文件）：",
    ],
    ["a line of YAML", { "甲/gongwen.config.yaml": "rules: {\n" }, "甲/gongwen.config.yaml：第"],
    [
      "an extended file",
      { "甲/gongwen.config.yaml": "extends: 乙.yaml\n", "甲/乙.yaml": "rules: { no-such: error }\n" },
      "甲/乙.yaml：rules.no-such：",
    ],
    [
      "an extended file that is not there",
      { "甲/gongwen.config.yaml": "extends: 乙.yaml\n" },
      "甲/乙.yaml：没有这个配置文件",
    ],
    [
      "an expression that could run for hours",
      {
        "甲/gongwen.config.yaml":
          "patterns: [{ id: local/x, title: 测试, basis: [某办法], regex: (甲+)+乙 }]\n",
      },
      "甲/gongwen.config.yaml：patterns[0].regex：",
    ],
    [
      "a setting of a rule that no file brings",
      {
        "甲/gongwen.config.yaml": "extends: 乙.yaml\nrules: { local/y: info }\n",
        "甲/乙.yaml": PATTERN("甲"),
      },
      "甲/gongwen.config.yaml：rules.local/y：",
    ],
    [
      "files that extend each other",
      { "甲/gongwen.config.yaml": "extends: 乙.yaml\n", "甲/乙.yaml": "extends: gongwen.config.yaml\n" },
      "甲/gongwen.config.yaml：extends 循环引用",
    ],
  ])("%s is an error that names file and place", async (_, texts, message) => {
    const loading = nearest(texts, "甲/一.md");
    await expect(loading).rejects.toBeInstanceOf(ConfigError);
    await expect(loading).rejects.toThrow(message);
  });

  it("what is out of reach is named, and the rest applies", async () => {
    const config = await nearest(
      {
        "甲/gongwen.config.yaml": `extends: [../全市.yaml, /etc/全省.yaml, 规则.ts]
laws: ["..\\\\外面.csv", 里面.csv]
rules: { law-title: info, local/elsewhere: info }
`,
      },
      "甲/一.md",
    );
    expect(config?.rules).toMatchObject({ "law-title": "info" });
    expect(config?.laws).toEqual(["甲/里面.csv"]);
    expect(config?.unused).toEqual([
      "甲/gongwen.config.yaml：extends 的“../全市.yaml”不在拖入的文件里，这里读不到，没有用上",
      "甲/gongwen.config.yaml：extends 的“/etc/全省.yaml”不在拖入的文件里，这里读不到，没有用上",
      "甲/gongwen.config.yaml：extends 的“规则.ts”是程序，这里不能运行，没有用上",
      "甲/gongwen.config.yaml：laws 的“..\\外面.csv”不在拖入的文件里，这里读不到，没有用上",
    ]);
  });
});

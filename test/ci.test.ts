import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { generateRepository } from "./repository/generate";
import { testRegistry } from "./support/registry";

const project = fileURLToPath(new URL("..", import.meta.url));
const read = (path: string) => readFileSync(join(project, path), "utf8");

/** A folder with the command as an installed package has it, from the tarball the project packs. */
const installed = mkdtempSync(join(tmpdir(), "gongwen-installed-"));
let tarball = "";
const npmPrefix = mkdtempSync(join(tmpdir(), "gongwen-npm-"));

beforeAll(() => {
  const [packed] = JSON.parse(
    execFileSync("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", installed], {
      cwd: project,
      encoding: "utf8",
    }),
  );
  tarball = join(installed, packed.filename);
  execFileSync("tar", ["-xzf", tarball, "-C", installed]);
  mkdirSync(join(installed, "bin"));
  execFileSync("chmod", ["+x", join(installed, "package/dist/cli.js")]);
  symlinkSync("../package/dist/cli.js", join(installed, "bin/gongwen-lint"));
}, 120_000);

/** A repository with the examples: one commit, and a draft with an error that came after it. */
function examplesRepository(): string {
  const folder = mkdtempSync(join(tmpdir(), "gongwen-ci-"));
  cpSync(join(project, "examples"), folder, { recursive: true });
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.org", ...args], { cwd: folder });
  git("init", "--quiet", "--initial-branch=main");
  git("add", "--all");
  git("commit", "--quiet", "--message=样例");
  writeFileSync(
    join(folder, "起草中/新通知.md"),
    "云溪县人民政府办公室关于开展检查的通知\n\n根据《中华人民共和国合同法》开展检查。\n\n（此件主动公开）\n",
  );
  return folder;
}

interface SarifResult {
  ruleId: string;
  locations: [{ physicalLocation: { artifactLocation: { uri: string } } }];
}

interface Run {
  folder?: string;
  env?: Readonly<Record<string, string>>;
}

function bash(script: string, { folder = examplesRepository(), env = {} }: Run = {}) {
  // Where npm itself runs the tests, its own prefix must not win over the script's.
  const { npm_config_prefix: _, npm_config_global_prefix: __, ...outer } = process.env;
  const { status, stdout, stderr } = spawnSync("bash", ["-e", "-o", "pipefail", "-c", script], {
    cwd: folder,
    encoding: "utf8",
    env: { ...outer, PATH: `${join(installed, "bin")}:${outer.PATH}`, ...env },
  });
  const file = (name: string) => readFileSync(join(folder, name), "utf8");
  return { status, stdout, stderr, file, folder };
}

describe("pages", () => {
  const pages = [
    ...readdirSync(join(project, "docs/ci"))
      .filter((name) => name.endsWith(".md"))
      .map((name) => `docs/ci/${name}`),
    "docs/baseline.md",
    "docs/formats.md",
  ];

  it.each(pages)("%s: its commands run, one after another", (page) => {
    const commands = [...read(page).matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, code = ""]) => code);
    expect(commands.length).toBeGreaterThan(0);
    const run = bash(commands.join("\n"));
    expect(run.stderr).not.toContain("用法有误");
    expect(run.status).toBe(0);
  });

  it.each(pages.filter((page) => page.includes("/ci/")))("%s: its template is there", (page) => {
    const links = [...read(page).matchAll(/\]\((templates\/[^)]+)\)/g)].map(([, path = ""]) => path);
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) expect(read(`docs/ci/${link}`)).not.toBe("");
  });
});

describe("the GitHub action", () => {
  const action = parse(read("action.yml"));
  const steps: { name?: string; run?: string; env?: Record<string, string> }[] = action.runs.steps;
  const check = steps.find(({ name }) => name === "校核");

  /** Runs the checking step as the runner would: every input reaches it through its variable. */
  function runCheck(inputs: Readonly<Record<string, string>>, folder?: string) {
    const defaults = Object.entries(action.inputs as Record<string, { default: string }>);
    const values = {
      ...Object.fromEntries(defaults.map(([name, input]) => [name, input.default])),
      ...inputs,
    };
    const env = Object.fromEntries(
      Object.entries(check?.env ?? {}).map(([variable, expression]) => [
        variable,
        expression
          .replace(/\$\{\{ github\.action_path \}\}/, join(installed, "package"))
          .replace(/\$\{\{ inputs\.([\w-]+) \}\}/, (_, name: string) => {
            const value = values[name];
            if (value === undefined) throw new Error(`action.yml has no input ${name}`);
            return value;
          }),
      ]),
    );
    return bash(check?.run ?? "exit 99", { folder, env });
  }

  it("builds with commands that exist", () => {
    const scripts: Record<string, string> = JSON.parse(read("package.json")).scripts;
    const build = steps.find(({ name }) => name === "构建")?.run ?? "";
    const named = [...build.matchAll(/npm run (\S+)/g)].map(([, name = ""]) => name);
    expect(named).not.toEqual([]);
    for (const name of named) expect(scripts).toHaveProperty(name);
  });

  it("annotates, writes SARIF and fails on errors", () => {
    const run = runCheck({});
    expect(run.status).toBe(1);
    expect(run.stdout).toMatch(/^::error file=起草中\/新通知\.md,line=3,/m);
    expect(JSON.parse(run.file("gongwen-lint.sarif")).runs[0].results).not.toEqual([]);
  });

  it("finds every defect planted in a generated repository, and nothing else", () => {
    const asOf = "2026-11-24";
    const { files, expected } = generateRepository({
      documents: 300,
      seed: 5,
      defects: 1,
      laws: testRegistry(),
      asOf,
    });
    const folder = mkdtempSync(join(tmpdir(), "gongwen-ci-"));
    for (const [path, bytes] of files) {
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
    const run = runCheck({ "as-of": asOf }, folder);
    expect(run.status).toBe(1);
    const { results } = JSON.parse(run.file("gongwen-lint.sarif")).runs[0];
    const found = results.map(
      ({ ruleId, locations: [{ physicalLocation }] }: SarifResult) =>
        `${decodeURIComponent(physicalLocation.artifactLocation.uri)} ${ruleId}`,
    );
    expect(found.sort()).toEqual(expected.map(({ path, ruleId }) => `${path} ${ruleId}`).sort());
  });

  it("passes where there is nothing to fail on, by level, by baseline, by change", () => {
    expect(runCheck({ "fail-on": "none" }).status).toBe(0);
    const { folder } = bash("gongwen-lint lint . --baseline gongwen.baseline --update-baseline");
    expect(runCheck({ baseline: "gongwen.baseline" }, folder).status).toBe(0);
    const changed = runCheck({ changed: "HEAD" });
    expect(changed.stdout).toContain("新通知.md");
    expect(changed.stdout).not.toContain("送审/");
  });

  it("takes paths by lines and never runs what is written in them", () => {
    const run = runCheck({ paths: "起草中/新通知.md\n$(touch 坏)\n" });
    expect(run.status).toBe(2);
    expect(run.stderr).toContain("没有这个文件或文件夹：$(touch 坏)");
    expect(readdirSync(run.folder)).not.toContain("坏");
  });
});

describe("the templates", () => {
  it("GitLab: installs the package, reports for merge requests and tests, fails on errors", () => {
    const job = parse(read("docs/ci/templates/gitlab-ci.yml"))["gongwen-lint"];
    const env = { GONGWEN_LINT: tarball, npm_config_prefix: npmPrefix };
    const run = bash(job.script.join("\n"), { env });
    expect(run.status).toBe(1);
    const { codequality, junit } = job.artifacts.reports;
    expect(JSON.parse(run.file(codequality))).not.toEqual([]);
    expect(run.file(junit)).toContain("<failure");
  }, 120_000);

  it("Jenkins: installs the package and writes every report the pipeline picks up", () => {
    const text = read("docs/ci/templates/Jenkinsfile");
    const script = /sh '''([\s\S]*?)'''/.exec(text)?.[1] ?? "exit 99";
    const env = { GONGWEN_LINT: tarball, NPM_CONFIG_PREFIX: npmPrefix };
    const run = bash(script, { env });
    expect(run.status).toBe(1);
    const picked = [...text.matchAll(/'([\w-]+\.(?:xml|csv))'/g)].map(([, name = ""]) => name);
    expect(picked.sort()).toEqual(["checkstyle.xml", "gongwen.csv", "junit.xml"]);
    for (const name of picked) expect(run.file(name)).toContain("repealed-law");
  }, 120_000);

  it("pre-commit: the hook runs on the files it selects", () => {
    const [hook] = parse(read(".pre-commit-hooks.yaml"));
    const [repo] = parse(read("docs/ci/templates/pre-commit-config.yaml")).repos;
    expect(repo.hooks).toEqual([{ id: hook.id }]);
    const selects = new RegExp(hook.files.replace("(?i)", ""), "i");
    const folder = examplesRepository();
    const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
      selects.test(name),
    );
    expect(names).toContain("起草中/新通知.md");
    expect(names.some((name) => name.endsWith(".yaml"))).toBe(false);
    const quoted = names.map((name) => `'${name}'`).join(" ");
    const run = bash(`${hook.entry} ${quoted}`, { folder });
    expect(run.status).toBe(1);
    expect(run.stdout).toContain("repealed-law");
  });

  it("GitHub: the workflow gives the action inputs it has", () => {
    const { steps } = parse(read("docs/ci/templates/github.yml")).jobs.gongwen;
    const step = steps.find(({ uses }: { uses: string }) => uses.startsWith("OWNER/gongwen-lint@"));
    const known = Object.keys(parse(read("action.yml")).inputs);
    for (const name of Object.keys(step.with)) expect(known).toContain(name);
  });
});

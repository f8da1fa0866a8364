import { describe, expect, it } from "vitest";
import { folderOf, runCli } from "../support/commandLine";

const measure = (title: string, number: string, date: string, last: string) =>
  `# ${title}\n\n${number}\n\n第一条　养犬人应当为犬只免疫。\n\n第二条　${last}\n\n云溪县人民政府\n\n${date}\n`;

const ARCHIVE = {
  "旧.md": measure("云溪县犬只管理办法", "云政发〔2015〕3号", "2015年3月2日", "本办法自2015年4月1日起施行。"),
  "新.md": measure(
    "云溪县养犬管理规定",
    "云政发〔2021〕6号",
    "2021年4月2日",
    "本规定自2021年5月1日起施行。《云溪县犬只管理办法》（云政发〔2015〕3号）同时废止。",
  ),
};

function audit(files: Readonly<Record<string, string>>, ...args: string[]) {
  return runCli(folderOf(files), ["audit", ...args]);
}

describe("audit", () => {
  it("proposes by the date asked for", () => {
    const proposals = (asOf: string) => {
      const { stdout, status } = audit(ARCHIVE, "--format", "json", "--as-of", asOf);
      expect(status).toBe(0);
      const { documents } = JSON.parse(stdout) as { documents: { path: string; proposal: string }[] };
      return documents.map(({ path, proposal }) => `${path} ${proposal}`);
    };
    expect(proposals("2021-04-30")).toEqual(["新.md 继续有效", "旧.md 继续有效"]);
    expect(proposals("2021-05-01")).toEqual(["旧.md 废止", "新.md 继续有效"]);
  });

  it("goes on beside a file that cannot be read, and says so", () => {
    const { stdout, stderr, status } = audit({ ...ARCHIVE, "空.md": "" }, "--format", "csv");
    expect(status).toBe(2);
    expect(stderr).toContain("空.md：文件是空的");
    expect(stdout.trim().split("\r\n")).toHaveLength(3);
  });
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { troubleText } from "../../linter/cli/troubleText";

function failure(act: () => void): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error("it went well");
}

it("says what the system says in Chinese, with the file", () => {
  const folder = mkdtempSync(join(tmpdir(), "gongwen-trouble-"));
  const file = join(folder, "文件");
  writeFileSync(file, "");
  expect(troubleText(failure(() => mkdirSync(join(file, "夹"))))).toBe(
    `路径里有一段是文件，不是文件夹（${join(file, "夹")}）`,
  );
  expect(troubleText(failure(() => writeFileSync(folder, "")))).toBe(`这是文件夹，不是文件（${folder}）`);
  expect(troubleText(failure(() => writeFileSync(join(folder, "无", "甲"), "")))).toContain("没有这个文件");
  rmSync(folder, { recursive: true });
});

it("keeps what is said already", () => {
  expect(troubleText(new Error("配置有误"))).toBe("配置有误");
  expect(troubleText(Object.assign(new Error("odd"), { code: "EODD" }))).toBe("odd");
  expect(troubleText("坏了")).toBe("坏了");
});

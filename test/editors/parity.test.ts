import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { today } from "../../linter/engine/judgementDate";
import { lintOutputSchema } from "../../linter/reporters/contract";
import { generateRepository } from "../repository/generate";
import { type Browser, startChromium } from "./harness/chromium";
import { openExtensionPage } from "./harness/extensionPage";
import { asJson, builtRegistry, lintInNode } from "./harness/inNode";

const EXAMPLES = resolve(import.meta.dirname, "../../examples");
const READ = /\.(?:docx|html|md|txt)$|gongwen\.yaml$/;
const FORMATS = ["docx", "html", "md", "odt", "ofd", "txt"];

/** The project's own examples, and generated drafts of every format with each kind of defect in one of them. */
function drafts(): Map<string, Uint8Array> {
  const { files } = generateRepository({
    documents: 60,
    seed: 109,
    defects: 1,
    laws: builtRegistry(),
    asOf: today(),
  });
  for (const path of readdirSync(EXAMPLES, { recursive: true, encoding: "utf8" })) {
    if (READ.test(path)) files.set(`examples/${path}`, readFileSync(join(EXAMPLES, path)));
  }
  const named = [...files].map(([path, bytes]) => [`drafts/${path}`, bytes] as const);
  return new Map(named.sort(([a], [b]) => (a < b ? -1 : 1)));
}

let folder: string;
let written: Map<string, Uint8Array>;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "gongwen-lint-drafts-"));
  written = drafts();
  for (const [path, bytes] of written) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each([
  { name: "this Chromium", older: false },
  { name: "a browser with no more than Chromium 109", older: true },
])("$name", ({ older }) => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await startChromium({ chinese: true, older });
  });

  afterAll(() => browser?.close());

  test.each(["today", "document"])(
    "gives every draft the findings that Node gives it, judged on %s",
    async (asOf) => {
      const { page, troubles } = await openExtensionPage(browser, "workbench.html");
      expect(await page.evaluate("globalThis.isOlderBrowser === true && !('toSorted' in [])")).toBe(older);
      const requests: string[] = [];
      page.on("request", (request) => requests.push(request.url()));
      await page.locator("#as-of").selectOption(asOf);
      await page.locator("#folder").setInputFiles(join(folder, "drafts"));
      await page.locator("#results").waitFor({ timeout: 90_000 });
      const [saved] = await Promise.all([page.waitForEvent("download"), page.locator("#json").click()]);
      const output = lintOutputSchema.parse(JSON.parse(readFileSync(await saved.path(), "utf8")));

      const expected = await lintInNode(written, asOf);
      expect(expected.filter(({ error }) => error !== null)).toEqual([]);
      const faulty = expected.filter(({ findings }) => findings.length > 0);
      expect(faulty.length).toBeGreaterThanOrEqual(20);
      expect([...new Set(faulty.map(({ path }) => path.split(".").at(-1)))].sort()).toEqual(FORMATS);
      const rules = new Set(faulty.flatMap(({ findings }) => findings.map(({ ruleId }) => ruleId)));
      expect(rules.size).toBeGreaterThanOrEqual(20);
      expect(output.files).toEqual(asJson(expected));

      expect(troubles).toEqual([]);
      // Nothing is uploaded, nothing fetched but the extension's own files.
      expect(requests.filter((url) => !/^(?:chrome-extension|blob|data):/.test(url))).toEqual([]);
      await page.close();
    },
  );
});

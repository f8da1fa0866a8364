import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Worker } from "playwright-core";
import { builtExtension } from "./built";
import { makeOlder } from "./olderBrowser";

export const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** The one site that is switched on: the test pages under this name, not under `localhost`. */
export const GRANTED = "http://127.0.0.1/*";

export interface Browser {
  context: BrowserContext;
  extensionId: string;
  worker: Worker;
  close(): Promise<void>;
}

/** Starts a real Chromium with the built extension, in a new profile. */
export async function startChromium(
  options: { scale?: number; chinese?: boolean; older?: boolean; hasOwnSize?: boolean } = {},
): Promise<Browser> {
  if (!existsSync(CHROMIUM)) {
    throw new Error(`no Chromium at ${CHROMIUM}: run .ci/install-browser.sh, or set CHROMIUM to its path`);
  }
  const folder = mkdtempSync(join(tmpdir(), "gongwen-lint-browser-"));
  const extension = grantedCopy(folder);
  // A browser without Chinese of its own then shows the extension's default language.
  if (options.chinese) rmSync(join(extension, "_locales/en"), { recursive: true });
  if (options.older) makeOlder(extension);
  const context = await chromium.launchPersistentContext(join(folder, "profile"), {
    executablePath: CHROMIUM,
    headless: false,
    ...(options.hasOwnSize
      ? { viewport: null }
      : { viewport: { width: 1200, height: 800 }, deviceScaleFactor: options.scale ?? 1 }),
    args: [
      "--headless=new",
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
  await untilRegistered(worker);
  return {
    context,
    worker,
    extensionId: new URL(worker.url()).host,
    close: async () => {
      await context.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The background registers its script for the granted site in its first moments. */
async function untilRegistered(worker: Worker): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const scripts = await worker.evaluate<unknown[]>("chrome.scripting.getRegisteredContentScripts()");
    if (scripts.length > 0) return;
    await new Promise((done) => setTimeout(done, 20));
  }
  throw new Error("the extension registered no content script for the granted site");
}

/**
 * The built extension with one line added to its manifest: access to this machine's test pages. No machine can press the
 * browser's own question that grants a site; everything behind it is the product as it is built.
 * Access is then taken and given back where the user would, on the browser's page of extensions (see siteAccess.ts).
 */
function grantedCopy(folder: string): string {
  const copy = join(folder, "extension");
  cpSync(builtExtension(), copy, { recursive: true });
  const path = join(copy, "manifest.json");
  const manifest = JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
  writeFileSync(path, JSON.stringify({ ...manifest, host_permissions: [GRANTED] }));
  return copy;
}

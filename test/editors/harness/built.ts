import { join } from "node:path";

/** Where this run has its builds; test workers are told by the environment. */
const FOLDER = "GONGWEN_LINT_BROWSER_RUN";

export function setRunFolder(folder: string): void {
  process.env[FOLDER] = folder;
}

/** The extension as `npm run build:extension` gives it to users. */
export function builtExtension(): string {
  return join(runFolder(), "chrome-mv3");
}

/** The bundled pages, one for each editor. */
export function builtPages(): string {
  return join(runFolder(), "pages");
}

function runFolder(): string {
  const folder = process.env[FOLDER];
  if (!folder) throw new Error(`${FOLDER} is not set: nothing was built in this run`);
  return folder;
}

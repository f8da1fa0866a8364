import { browser } from "wxt/browser";

const runtime = browser.runtime as unknown as { getURL(path: string): string };

/** The address of a file of the extension, by its path in the package. */
export function ownFile(path: `/${string}`): string {
  return runtime.getURL(path);
}

import { browser } from "wxt/browser";
import { readManaged } from "../settings/managed";
import { part } from "../shared/page";
import { showList } from "./list";

/** The sites that are switched on: exactly those the browser grants. */
export async function showSites(): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll();
  const rows = origins.map((origin) => ({
    text: origin,
    remove: async () => {
      await browser.permissions.remove({ origins: [origin] });
    },
  }));
  showList("sites", rows, "switchOffSite");
  const missing = (await readManaged()).sites.filter((site) => !origins.includes(site));
  part("preset-sites", HTMLElement).hidden = missing.length === 0;
  const list = missing.map((text) => ({ text }));
  showList("preset-list", list, "");
  // Only a click of the user can grant a site, whatever the policy says.
  part("allow-preset", HTMLButtonElement).onclick = () =>
    void browser.permissions.request({ origins: [...missing] });
}

import { type Browser, GRANTED } from "./chromium";

interface ExtensionsPage {
  chrome: {
    developerPrivate: {
      addHostPermission(id: string, host: string): Promise<void>;
      removeHostPermission(id: string, host: string): Promise<void>;
    };
  };
}

/** Gives or takes the test site's access on the browser's page of extensions. */
export async function setSiteAccess({ context, extensionId }: Browser, isGranted: boolean): Promise<void> {
  const page = await context.newPage();
  await page.goto("chrome://extensions/");
  await page.evaluate(
    ([id, host, granted]) => {
      const { developerPrivate } = (window as unknown as ExtensionsPage).chrome;
      const change = granted ? developerPrivate.addHostPermission : developerPrivate.removeHostPermission;
      return change(id, host);
    },
    [extensionId, GRANTED, isGranted] as const,
  );
  await page.close();
}

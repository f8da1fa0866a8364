import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Browser, startChromium } from "./harness/chromium";
import { tabOf } from "./harness/extensionPage";
import { MovingDraft } from "./harness/movingDraft";
import { type PagesServer, servePages } from "./harness/pagesServer";

let older: Browser;
let server: PagesServer;
let draft: MovingDraft | undefined;

beforeAll(async () => {
  server = await servePages();
  older = await startChromium({ chinese: true, older: true });
});

afterEach(async () => {
  await draft?.close();
  draft = undefined;
});

afterAll(async () => {
  await older?.close();
  server?.close();
});

async function open(query: string): Promise<MovingDraft> {
  draft = await MovingDraft.open(older, server, query);
  return draft;
}

/** Scrolls one of the containers. */
function scroll(at: MovingDraft, selector: string, top: number): Promise<void> {
  return at.page.locator(selector).evaluate((element, to) => {
    element.scrollTop = to;
  }, top);
}

function setStyle(at: MovingDraft, selector: string, css: string): Promise<void> {
  return at.page.locator(selector).evaluate((element, text) => {
    (element as HTMLElement).style.cssText += text;
  }, css);
}

describe.each([
  ["contenteditable", "rich"],
  ["textarea", "field"],
  ["contenteditable in a shadow tree", "rich&shadow"],
  ["textarea in a shadow tree", "field&shadow"],
])("boxes in %s", (_, query) => {
  test("follow the page, both scrollers, and are cut off at them", async () => {
    const at = await open(query);
    await setStyle(at, "body", "padding-bottom:2000px");
    await at.expectBoxesMovedBy(() => at.page.evaluate(() => scrollTo(0, 35)));
    const whole = (await at.boxes()).length;
    await at.expectBoxesMovedBy(() => scroll(at, "#outer", 60));
    await at.expectBoxesMovedBy(() => scroll(at, "#inner", 40));
    // The first words' line is cut by the upper edge of the inner container.
    const [first] = await at.wordsAt("《中华人民共和国合同法》");
    const edge = await at.page
      .locator("#inner")
      .evaluate((inner) => inner.getBoundingClientRect().top + inner.clientTop);
    const middle = ((first?.top ?? 0) + (first?.bottom ?? 0)) / 2;
    await at.expectBoxesMovedBy(() => scroll(at, "#inner", 40 + middle - edge));
    const cut = (await at.boxes())[0];
    expect((cut?.bottom ?? 0) - (cut?.top ?? 0)).toBeLessThan(
      ((first?.bottom ?? 0) - (first?.top ?? 0)) * 0.7,
    );
    await at.expectBoxesMovedBy(() => scroll(at, "#inner", 20));
    await at.expectBoxesMovedBy(() => scroll(at, "#outer", 900));
    expect(await at.boxes()).toEqual([]);
    await at.expectBoxesMovedBy(() => scroll(at, "#outer", 0));
    await scroll(at, "#inner", 0);
    expect((await at.expectBoxes()).length).toBe(whole);
    await at.page.mouse.move(400, 300);
    await at.expectBoxesMovedBy(() => at.page.mouse.wheel(0, 50));
  });

  test("follow the window's size, a bar, pictures and style sheets", async () => {
    const at = await open(query);
    await at.expectBoxesMovedBy(() => at.page.setViewportSize({ width: 640, height: 700 }));
    await at.expectBoxesMovedBy(() => at.page.setViewportSize({ width: 1200, height: 800 }));
    await at.expectBoxesMovedBy(() => setStyle(at, "#bar", "width:333px"));
    await at.expectBoxesMovedBy(() =>
      at.page.locator("#bar").evaluate((bar) => bar.removeAttribute("style")),
    );
    await at.expectBoxesMovedBy(() =>
      at.page.evaluate(() => document.documentElement.setAttribute("data-bar", "wide")),
    );
    await at.expectBoxesMovedBy(() =>
      at.page.evaluate(() => {
        const image = document.querySelector("#picture") as HTMLImageElement;
        const loaded = new Promise((done) => image.addEventListener("load", done));
        image.src = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="90" height="57"/>')}`;
        return loaded;
      }),
    );
    await at.expectBoxesMovedBy(() =>
      at.page.locator("#above").evaluate((above) => {
        const image = document.createElement("img");
        above.append(image);
        image.style.display = "block";
        const loaded = new Promise((done) => image.addEventListener("load", done));
        image.src = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="90" height="37"/>')}`;
        return loaded;
      }),
    );
    await at.expectBoxesMovedBy(() =>
      at.page.evaluate(() => document.styleSheets[0]?.insertRule("#before{height:123px !important}")),
    );
    await at.expectBoxesMovedBy(() =>
      at.page.locator("#draft").evaluate((element) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync("#draft{font-size:21px !important;letter-spacing:1px}");
        const root = element.getRootNode() as Document;
        root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
      }),
    );
  });

  test("keep up with a bar that slides open", async () => {
    const at = await open(query);
    await at.page.locator("#bar").evaluate((bar) => bar.classList.add("slow"));
    await at.expectBoxesMovedBy(async () => {
      await setStyle(at, "#bar", "width:300px");
      await at.page
        .locator("#bar")
        .evaluate((bar) => Promise.all(bar.getAnimations().map(({ finished }) => finished)));
    }, 5_000);
    // On the way: boxes move between where they were and where they will be.
    const [start] = await at.boxes();
    await setStyle(at, "#bar", "width:120px");
    const lefts = new Set<number>();
    for (const until = Date.now() + 1_600; Date.now() < until; ) {
      lefts.add(Math.round((await at.boxes())[0]?.left ?? 0));
      await at.page.waitForTimeout(30);
    }
    const [end] = await at.expectBoxes(5_000);
    const between = [...lefts].filter((left) => left < (start?.left ?? 0) - 2 && left > (end?.left ?? 0) + 2);
    expect(between.length, [...lefts].join()).toBeGreaterThan(3);
  });

  test.each([
    ["zoom of the stage", "#editor", "zoom:1.25"],
    ["zoom of the body", "body", "zoom:0.9"],
    ["zoom of the whole page", "html", "zoom:1.2"],
    ["scaling of the stage", "#editor", "transform:scale(.85,1.1);transform-origin:30px 20px"],
    ["moving of the stage", "#editor", "transform:translate(37.4px,21px)"],
    ["scaling of the draft itself", "#draft", "transform:scale(.9);transform-origin:0 0"],
    ["scaling of the whole page", "html", "transform:scale(.9);transform-origin:0 0"],
  ])("follow %s", async (_name, selector, css) => {
    const at = await open(query);
    await at.expectBoxesMovedBy(() => setStyle(at, selector, css));
    await scroll(at, "#inner", 30);
    await at.expectBoxes();
    await scroll(at, "#outer", 70);
    await at.expectBoxes();
    await setStyle(at, "body", "padding-bottom:2000px");
    await at.expectBoxesMovedBy(() => at.page.evaluate(() => scrollTo(0, 45)));
  });
});

describe.each([
  ["contenteditable", "rich"],
  ["textarea", "field"],
  ["textarea in a shadow tree", "field&shadow"],
])("boxes in %s under a bar that stays at the top", (_, query) => {
  test("are not drawn on the bar, and are there again when it goes", async () => {
    const at = await open(query);
    const before = (await at.boxes()).length;
    const [first] = await at.wordsAt("《中华人民共和国合同法》");
    const height = Math.ceil(first?.bottom ?? 0) + 4;
    const put = (css: string) =>
      at.page.evaluate((style) => {
        document.querySelector("#header")?.remove();
        const header = document.createElement("div");
        header.id = "header";
        header.style.cssText = `position:fixed;left:0;right:0;top:0;${style}`;
        document.body.append(header);
      }, css);
    const drawnUnder = async () => (await at.boxes()).filter(({ bottom }) => bottom <= height).length;
    expect(await drawnUnder()).toBeGreaterThan(0);
    await put(`height:${height}px;background:#eee`);
    await expect.poll(drawnUnder).toBe(0);
    expect((await at.boxes()).length).toBeGreaterThan(0);
    // A layer that lets all be seen hides nothing.
    await put(`height:${height}px`);
    await expect.poll(async () => (await at.boxes()).length).toBe(before);
  });
});

describe.each([
  ["contenteditable", "rich&modal"],
  ["textarea", "field&modal"],
])("boxes in %s that is fixed over a wrapper", (_, query) => {
  test("are not cut off at the wrapper", async () => {
    const at = await open(query);
    expect((await at.boxes()).length).toBeGreaterThanOrEqual(2);
    await at.expectBoxesMovedBy(() => scroll(at, "#inner", 30));
  });
});

test("boxes in a text area follow its own scrolling and are cut off at its edge", async () => {
  const at = await open("field");
  await setStyle(at, "#draft", "height:150px");
  await at.expectBoxes();
  for (const top of [20, 75.5, 130]) await at.expectBoxesMovedBy(() => scroll(at, "#draft", top));
  await at.expectBoxesMovedBy(() => scroll(at, "#draft", 400));
  expect(await at.boxes()).toEqual([]);
});

describe("in a window of its own, zoomed by the browser", () => {
  let zoomed: Browser;

  beforeAll(async () => {
    // Where the test sets the size of the page itself, the browser does not zoom.
    zoomed = await startChromium({ chinese: true, older: true, hasOwnSize: true });
  });
  afterAll(() => zoomed?.close());

  test.each(["rich", "field", "field&shadow"])("boxes follow: %s", async (query) => {
    draft = await MovingDraft.open(zoomed, server, query);
    const at = draft;
    const tab = await tabOf(zoomed, at.page.url());
    const ratio = () => at.page.evaluate(() => devicePixelRatio);
    for (const factor of [1.5, 0.8, 1.1]) {
      await at.expectBoxesMovedBy(() => zoomed.worker.evaluate(`chrome.tabs.setZoom(${tab}, ${factor})`));
      await expect.poll(ratio).toBeCloseTo(factor);
      await at.expectBoxesMovedBy(() => scroll(at, "#inner", 23));
      await scroll(at, "#inner", 0);
    }
    await zoomed.worker.evaluate(`chrome.tabs.setZoom(${tab}, 1)`);
    await at.expectBoxes();
  });
});

import { describe, expect, test, vi } from "vitest";
import { feishu } from "../../entrypoints/page-reader/families/feishu";
import { googleDocs } from "../../entrypoints/page-reader/families/googleDocs";
import { onlyOffice } from "../../entrypoints/page-reader/families/onlyOffice";
import type { PageFamily, PageWorld } from "../../entrypoints/page-reader/families/pageFamily";
import { tencentDocs } from "../../entrypoints/page-reader/families/tencentDocs";
import { univer } from "../../entrypoints/page-reader/families/univer";
import { wps } from "../../entrypoints/page-reader/families/wps";
import { yuque } from "../../entrypoints/page-reader/families/yuque";

/**
 * Hosted editors cannot be installed: each is held against a fake that has exactly the calls its vendor or its known users
 * name, and throws at any other.
 */
function world(globals: Record<string, unknown>, elements: Record<string, unknown> = {}): PageWorld {
  return {
    globals,
    document: {
      documentElement: { nodeName: "HTML" } as HTMLElement,
      querySelector: ((selector: string) => elements[selector] ?? null) as Document["querySelector"],
    },
  };
}

function only<T extends object>(calls: T): T {
  return new Proxy(calls, {
    get(target, name) {
      if (name in target) return Reflect.get(target, name);
      // What await and feature checks ask of any object.
      return undefined;
    },
    set() {
      throw new Error("a reader writes nothing into the page's objects");
    },
  });
}

const TITLE = "云溪县人民政府办公室关于加强合同管理的通知";
const LINE = "根据《中华人民共和国合同法》，现通知如下。";

function found(family: PageFamily, at: PageWorld) {
  const document = family.find(at);
  if (!document) throw new Error(`${family.name} was not found`);
  return document;
}

test.each([wps, tencentDocs, googleDocs, onlyOffice, feishu, yuque, univer])(
  "$name is not found in an ordinary page, nor by a global of the same name",
  ({ find }) => {
    expect(find(world({}))).toBeNull();
    const others = { pad: 3, Asc: {}, PageMain: null, univerAPI: () => {}, WPSOpenApi: "", WebOfficeSDK: {} };
    expect(find(world(others))).toBeNull();
  },
);

describe("WPS WebOffice", () => {
  const text = `${TITLE}\r${LINE}\r第一项\u0007第二项\r`;
  const application = (whole: string) =>
    only({
      ActiveDocument: only({
        Range: (start: number, end: number) => only({ Text: Promise.resolve(whole.slice(start, end)) }),
      }),
    });
  const lines = [TITLE, LINE, "第一项", "第二项", ""];

  test.each([
    ["APP", { APP: application(text) }],
    ["WPSOpenApi", { WPSOpenApi: { Application: application(text) } }],
  ])("is read by %s", async (_name, globals) => {
    const document = found(wps, world(globals));
    expect(await document.read()).toEqual(lines);
    expect(document).toMatchObject({ scope: "whole" });
    expect(document.replace).toBeUndefined();
  });

  test("is read by an instance of WebOfficeSDK, when it is ready", async () => {
    let isReady = false;
    const instance = {
      ready: async () => {
        isReady = true;
      },
      get Application() {
        if (!isReady) throw new Error("not ready");
        return application(text);
      },
    };
    const globals = { WebOfficeSDK: { config: () => instance }, office: instance };
    expect(await found(wps, world(globals)).read()).toEqual(lines);
  });

  test("is read piece by piece to its end", async () => {
    const long = `${"一".repeat(45_000)}\r完`;
    expect(await found(wps, world({ APP: application(long) })).read()).toEqual(["一".repeat(45_000), "完"]);
  });

  test("gives nothing for a spreadsheet", async () => {
    expect(await found(wps, world({ APP: only({ ActiveWorkbook: {} }) })).read()).toBeNull();
  });
});

describe("腾讯文档", () => {
  const all = `${TITLE}\n${LINE}\n`;

  test("is read by what is selected", async () => {
    const pad = { editor: only({ getCopyContent: () => ({ plain: all, html: "" }) }) };
    const document = found(tencentDocs, world({ pad }));
    expect(await document.read()).toEqual([TITLE, LINE, ""]);
    expect(document.scope).toBe("visible-part");
  });

  test("is read by its own clipboard in older versions", async () => {
    const clipboardManager = {
      isCopyable: () => true,
      customClipboard: { plain: "" },
      copy() {
        this.customClipboard.plain = all;
      },
    };
    expect(await found(tencentDocs, world({ pad: { editor: { clipboardManager } } })).read()).toHaveLength(3);
  });

  test("is left alone where copying is forbidden, and while little is selected", async () => {
    const copy = vi.fn();
    const clipboardManager = { isCopyable: () => false, copy };
    expect(await found(tencentDocs, world({ pad: { editor: { clipboardManager } } })).read()).toBeNull();
    expect(copy).not.toHaveBeenCalled();
    const editor = { getCopyContent: () => ({ plain: "合同", html: "" }) };
    expect(await found(tencentDocs, world({ pad: { editor } })).read()).toBeNull();
  });
});

describe("Google Docs", () => {
  const raw = `\u0003${TITLE}\n\u001c${LINE}\n`;
  const annotated = () => {
    const setSelection = vi.fn();
    const api = only({ getText: () => raw, setSelection, getSelection: () => [] });
    return { setSelection, globals: { _docs_annotate_getAnnotatedText: async () => api } };
  };

  test("is read by its annotated text, without the control characters", async () => {
    expect(await found(googleDocs, world(annotated().globals)).read()).toEqual([TITLE, LINE, ""]);
  });

  test("selects the words of a place, control characters counted", async () => {
    const { globals, setSelection } = annotated();
    const start = LINE.indexOf("《");
    const end = LINE.indexOf("》") + 1;
    await found(googleDocs, world(globals)).reveal?.({ paragraph: 1, start, end, before: LINE });
    const [from, to] = setSelection.mock.calls[0] as [number, number];
    expect(raw.slice(from, to)).toBe("《中华人民共和国合同法》");
  });

  test("a fix for words that changed meanwhile is dropped", async () => {
    const { globals, setSelection } = annotated();
    const place = { paragraph: 1, start: 0, end: 2, before: "别的话" };
    await found(googleDocs, world(globals)).replace?.(place, "依据");
    expect(setSelection).not.toHaveBeenCalled();
  });

  test("a fix is pasted over the words in the frame that takes the keys", async () => {
    const { globals, setSelection } = annotated();
    class Paste extends Event {
      readonly clipboardData: { text: string };
      constructor(name: string, { clipboardData }: { clipboardData: { text: string } }) {
        super(name);
        this.clipboardData = clipboardData;
      }
    }
    vi.stubGlobal("ClipboardEvent", Paste);
    vi.stubGlobal(
      "DataTransfer",
      class {
        text = "";
        setData(_type: string, text: string) {
          this.text = text;
        }
      },
    );
    const pasted: string[] = [];
    const target = {
      dispatchEvent: (event: Paste) => {
        expect(setSelection).toHaveBeenCalledOnce();
        pasted.push(event.clipboardData.text);
        return true;
      },
    };
    const frame = { contentDocument: { querySelector: () => target } };
    const at = world(globals, { ".docs-texteventtarget-iframe": frame });
    await found(googleDocs, at).replace?.({ paragraph: 1, start: 0, end: 2, before: LINE }, "依据");
    expect(pasted).toEqual(["依据"]);
    vi.unstubAllGlobals();
  });
});

describe("ONLYOFFICE", () => {
  const fake = () => {
    const said: [string, unknown][] = [];
    let hear: (paragraph: unknown) => void = () => {};
    const plugin = only({
      attachEditorEvent: (name: string, listener: (paragraph: unknown) => void) => {
        expect(name).toBe("onParagraphText");
        hear = listener;
      },
      executeMethod: (name: string, [value]: unknown[]) => said.push([name, value]),
    });
    return { said, globals: { Asc: { plugin } }, tell: (paragraph: object) => hear(paragraph) };
  };

  test("is read paragraph by paragraph as it tells of them; a later word replaces an earlier", async () => {
    const { globals, tell } = fake();
    const document = found(onlyOffice, world(globals));
    expect(await document.read()).toBeNull();
    tell({ paragraphId: "1", recalcId: 1, text: TITLE, annotations: [] });
    tell({ paragraphId: "2", recalcId: 1, text: "草稿\r\n", annotations: [] });
    tell({ paragraphId: "2", recalcId: 2, text: LINE, annotations: [] });
    expect(await found(onlyOffice, world(globals)).read()).toEqual([TITLE, LINE]);
    expect(document.scope).toBe("visible-part");
  });

  test("shows a place by an annotation of the newest layout, which it takes away again", async () => {
    const { globals, tell, said } = fake();
    const document = found(onlyOffice, world(globals));
    tell({ paragraphId: "7", recalcId: 4, text: LINE, annotations: [] });
    await document.reveal?.({ paragraph: 0, start: 2, end: 14, before: LINE });
    expect(said.map(([name]) => name)).toEqual([
      "AnnotateParagraph",
      "SelectAnnotationRange",
      "RemoveAnnotationRange",
    ]);
    expect(said[0]?.[1]).toEqual({
      type: "highlightText",
      paragraphId: "7",
      name: "gongwen-lint",
      recalcId: 4,
      ranges: [{ start: 2, length: 12, id: "1" }],
    });
    await document.reveal?.({ paragraph: 0, start: 0, end: 2, before: "旧文" });
    expect(said).toHaveLength(3);
  });
});

describe("飞书", () => {
  const block = (id: string, text: string, ...children: object[]) =>
    only({ record: { id }, zoneState: { allText: `${text}\n` }, children });
  const byRuns = only({
    record: { id: "c" },
    zoneState: { content: { ops: [{ insert: "一、" }, { insert: "依法办理\n" }] } },
  });
  const PageMain = (locate = vi.fn()) => ({
    blockManager: { rootBlockModel: block("a", TITLE, block("b", LINE, byRuns), only({ children: [] })) },
    locateBlockWithRecordIdImpl: locate,
  });

  test("is read from its tree of blocks, in order", async () => {
    const document = found(feishu, world({ PageMain: PageMain() }));
    expect(await document.read()).toEqual([TITLE, LINE, "一、依法办理"]);
    expect(document.replace).toBeUndefined();
  });

  test("scrolls to a block by its record", async () => {
    const locate = vi.fn();
    const document = found(feishu, world({ PageMain: PageMain(locate) }));
    await document.reveal?.({ paragraph: 1, start: 0, end: 2, before: LINE });
    expect(locate).toHaveBeenCalledWith("b");
  });

  test("leaves an open editor to the reading of the DOM", () => {
    expect(feishu.find(world({ PageMain: PageMain() }, { '[contenteditable="true"]': {} }))).toBeNull();
  });
});

test("语雀 is read node by node from its viewer's HTML", async () => {
  const html: Record<string, string> = {
    t1: `<h1 id="t1">${TITLE}</h1>`,
    t2: `<p><span style="color:red">根据《中华人民共和国合同法》</span>，现&nbsp;通知&#65306;</p><p>A&amp;B &lt;1&gt;</p>`,
  };
  const execCommand = (command: string, id: string, type: string) => {
    expect([command, type]).toEqual(["getNodeContent", "text/html"]);
    return html[id];
  };
  const body = {
    children: [{ id: "t1" }, { id: "" }, { id: "t2" }],
    _neRef: { document: { viewer: only({ execCommand }) } },
  };
  const document = found(yuque, world({}, { ".ne-viewer-body": body }));
  expect(await document.read()).toEqual([TITLE, "根据《中华人民共和国合同法》，现 通知：", "A&B <1>"]);
});

test("Univer is read by the data stream of its document", async () => {
  const univerAPI = {
    getActiveDocument: () => ({ getSnapshot: () => ({ body: { dataStream: `${TITLE}\r${LINE}\r\n` } }) }),
  };
  expect(await found(univer, world({ univerAPI })).read()).toEqual([TITLE, LINE, ""]);
});

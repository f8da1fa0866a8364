import { UniverDocsCorePreset } from "@univerjs/preset-docs-core";
import zhCN from "@univerjs/preset-docs-core/locales/zh-CN";
import "@univerjs/preset-docs-core/lib/index.css";
import { createUniver, LocaleType, mergeLocales } from "@univerjs/presets";
import { PARAGRAPHS, place, tell } from "./draft";

/** Univer documents; `?api` exposes `univerAPI`, as its guide does. */
const container = place();
container.style.cssText = "width:1000px;height:700px;max-width:none";
const { univerAPI } = createUniver({
  locale: LocaleType.ZH_CN,
  locales: { [LocaleType.ZH_CN]: mergeLocales(zhCN) },
  presets: [UniverDocsCorePreset({ container })],
});
const dataStream = `${PARAGRAPHS.join("\r")}\r\n`;
const paragraphs = [...dataStream.matchAll(/\r/g)].map(({ index }) => ({ startIndex: index }));
const document = univerAPI.createUniverDoc({
  id: "draft",
  body: { dataStream, paragraphs, sectionBreaks: [{ startIndex: dataStream.length - 1 }] },
  documentStyle: {
    pageSize: { width: 794, height: 1123 },
    marginTop: 60,
    marginLeft: 90,
    marginRight: 90,
    marginBottom: 60,
  },
});
if (location.search.includes("api")) Object.assign(window, { univerAPI });
tell({ text: () => document.getSnapshot().body?.dataStream.replaceAll("\r", "\n") ?? "" });

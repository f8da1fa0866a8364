import { element } from "../content/card/element";
import { part, saveFile } from "../shared/page";
import { word } from "../shared/words";
import type { CheckedJob, Product, ProductJob, ProductNews } from "./exchange";

const PRODUCTS = ["annotated", "fixed", "docx", "html", "xlsx"] as const satisfies Product[];
/** What can be had of one file, beside the report of all. */
const OF_ONE = ["annotated", "fixed", "docx", "html"] as const satisfies Product[];

let checked: CheckedJob | null = null;

/** The buttons that make files of all results; they act on what `offerDownloads` last told. */
export function listDownloads(): void {
  part("downloads", HTMLElement).replaceChildren(...PRODUCTS.map((product) => button(product, null)));
}

export function offerDownloads(job: CheckedJob): void {
  checked = job;
  tell("");
}

/** Buttons that make files of one document's results. */
export function downloadsOf(path: string): HTMLElement {
  const products = OF_ONE.filter(
    (product) =>
      (product !== "annotated" || /\.doc[xm]$/i.test(path)) &&
      (product !== "fixed" || /\.(?:doc[xm]|md|markdown|txt|text|html?)$/i.test(path)),
  );
  return element("p", { class: "row downloads" }, ...products.map((product) => button(product, path)));
}

function button(product: Product, path: string | null): HTMLButtonElement {
  const made = element("button", { type: "button", "data-product": product }, word(`download_${product}`));
  if (path !== null) made.setAttribute("aria-label", `${word(`download_${product}`)}：${path}`);
  made.addEventListener("click", () => {
    if (checked) make({ ...checked, product, wanted: path }, made);
  });
  return made;
}

function make(job: ProductJob, pressed: HTMLButtonElement): void {
  const worker = new Worker(new URL("./productsWorker.ts", import.meta.url), { type: "module" });
  pressed.disabled = true;
  tell(word("downloadMaking"));
  const end = (message: string) => {
    worker.terminate();
    pressed.disabled = false;
    tell(message);
  };
  worker.addEventListener("error", ({ message }) => end(word("downloadFailed", message)));
  worker.addEventListener("message", ({ data }: MessageEvent<ProductNews>) => {
    switch (data.kind) {
      case "made":
        saveFile(data.name, "application/octet-stream", data.bytes);
        return end(word("downloadMade", data.name));
      case "nothing":
        return end(word(job.product === "fixed" ? "nothingToFix" : "nothingToAnnotate"));
      case "failed":
        return end(word("downloadFailed", data.reason));
    }
  });
  worker.postMessage(job);
}

function tell(message: string): void {
  part("download-state", HTMLElement).textContent = message;
}

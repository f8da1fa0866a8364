import type { ProductJob, ProductNews } from "./exchange";
import { makeProduct } from "./products";

/** Makes files to download, away from the page. */
self.addEventListener("message", ({ data }: MessageEvent<ProductJob>) => {
  makeProduct(data).then(
    (made) => tell(made ? { kind: "made", ...made } : { kind: "nothing" }),
    (error: unknown) =>
      tell({ kind: "failed", reason: error instanceof Error ? error.message : String(error) }),
  );
});

function tell(news: ProductNews): void {
  self.postMessage(news);
}

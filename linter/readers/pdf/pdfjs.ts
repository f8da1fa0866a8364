type Pdfjs = typeof import("pdfjs-dist");

let loading: Promise<Pdfjs> | undefined;

/** Loads PDF.js with its worker in the same thread; once, as it patches globals. */
export function loadPdfjs(): Promise<Pdfjs> {
  loading ??= load();
  return loading;
}

/**
 * On Node, PDF.js complains on standard output that it has no canvas to draw on. Nothing is drawn here, and what reports
 * print there must stay whole.
 */
async function load(): Promise<Pdfjs> {
  const { log } = console;
  console.log = (...words: unknown[]) => {
    if (!String(words[0]).startsWith("Warning: Cannot ")) log(...words);
  };
  try {
    // The worker makes itself known globally, so that no file has to be found for it.
    await import("pdfjs-dist/legacy/build/pdf.worker.min.mjs");
    return await import("pdfjs-dist/legacy/build/pdf.mjs");
  } finally {
    console.log = log;
  }
}

/**
 * Where the tables of predefined encodings (CMaps) lie, which older Chinese PDF files refer to: beside the bundle, or, when
 * the source itself runs, in the package. On Node a path, elsewhere an address.
 */
export function locateCMaps(): string {
  const { url } = import.meta;
  const folder = url.endsWith(".ts") ? "../../../node_modules/pdfjs-dist/cmaps/" : "./cmaps/";
  const address = new URL(folder, url);
  if (address.protocol !== "file:") return address.href;
  return decodeURIComponent(address.pathname).replace(/^\/(?=[A-Za-z]:)/, "");
}

/**
 * How PDF.js gets those tables in a browser: its own way asks the document, which a worker has not. Undefined on Node, where
 * its own way is right. The tables are files of the program; nothing comes from elsewhere.
 */
export function cMapReader(): { CMapReaderFactory?: object } {
  return locateCMaps().includes("://") ? { CMapReaderFactory: OwnTables } : {};
}

class OwnTables {
  readonly #folder: string;

  constructor({ baseUrl }: { baseUrl: string }) {
    this.#folder = baseUrl;
  }

  async fetch({ name }: { name: string }): Promise<{ cMapData: Uint8Array; isCompressed: true }> {
    const response = await fetch(`${this.#folder}${name}.bcmap`);
    if (!response.ok) throw new Error(`no table ${name}`);
    return { cMapData: new Uint8Array(await response.arrayBuffer()), isCompressed: true };
  }
}

/** Imported for what it does: it registers PDF.js's worker. */
declare module "pdfjs-dist/legacy/build/pdf.worker.min.mjs";

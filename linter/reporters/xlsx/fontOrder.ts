import type { Feature } from "write-excel-file/universal";

/** What the library writes in a font, in the order the schema has it (ISO/IEC 29500-1, A.2, CT_Font). */
const ORDER = ["b", "i", "strike", "u", "sz", "color", "name", "family"];

/** 字体, whose properties the library writes in an order of its own, which strict readers refuse. */
export const fontOrder: Feature<Blob> = {
  files: {
    transform: {
      "xl/styles.xml": {
        transform: (xml) =>
          xml.replace(/(?<=<font>)(?:<\w+[^>]*\/>)+(?=<\/font>)/g, (properties) =>
            (properties.match(/<\w+[^>]*>/g) ?? []).sort((a, b) => rank(a) - rank(b)).join(""),
          ),
      },
    },
  },
};

function rank(property: string): number {
  return ORDER.indexOf(/\w+/.exec(property)?.[0] ?? "");
}

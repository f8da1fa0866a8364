import type { Feature } from "write-excel-file/universal";

/** What printing and filtering need to know of a sheet. */
export interface PrintedSheet {
  /** As written on its tab. */
  sheet: string;
  data: readonly (readonly unknown[])[];
}

/** In inches; a header or footer stands inside them. */
const MARGINS = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 };

/**
 * 打印和筛选, which the library leaves to its users: each sheet is as wide as the page and as long as it takes, every page
 * begins with the header row and ends with its number, and the header row filters. Element order as in ISO/IEC 29500-1,
 * 18.3.1.99 and 18.2.27.
 */
export function printing(sheets: readonly PrintedSheet[]): Feature<Blob> {
  return {
    files: {
      transform: {
        "xl/worksheets/sheet{id}.xml": {
          transformElementAttributes: (name, attributes) => {
            if (name === "pageSetup") return { ...attributes, fitToWidth: 1, fitToHeight: 0 };
            return name === "pageMargins" ? MARGINS : attributes;
          },
          transform: (xml, _, { sheetIndex }) => {
            const sheet = sheets[sheetIndex] as PrintedSheet;
            return xml
              .replace(
                /<worksheet [^>]*>/,
                (root) => `${root}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
              )
              .replace("</sheetData>", `</sheetData><autoFilter ref="${range(sheet, "")}"/>`)
              .replace("</worksheet>", `${footer(sheet)}</worksheet>`);
          },
        },
        "xl/workbook.xml": {
          transform: (xml) =>
            xml.replace("<definedNames/>", `<definedNames>${sheets.map(names).join("")}</definedNames>`),
        },
      },
    },
  };
}

/** The header row on every page, and the range that the filter covers, which Excel keeps as a hidden name. */
function names(sheet: PrintedSheet, index: number): string {
  const name = (kind: string, more: string, cells: string) =>
    `<definedName name="_xlnm.${kind}" localSheetId="${index}"${more}>'${sheet.sheet}'!${cells}</definedName>`;
  return name("_FilterDatabase", ' hidden="1"', range(sheet, "$")) + name("Print_Titles", "", "$1:$1");
}

function range({ data }: PrintedSheet, fixed: "" | "$"): string {
  const last = String.fromCharCode(64 + (data[0]?.length ?? 1));
  return `${fixed}A${fixed}1:${fixed}${last}${fixed}${data.length}`;
}

function footer({ sheet }: PrintedSheet): string {
  return `<headerFooter><oddFooter>&amp;L公文校核 ${sheet}&amp;R第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>`;
}

import { streamXml } from "../../readers/xml";
import { tagStart } from "./elements";

/** 属性组: the elements that hold formatting. */
export type PropertiesName = "rPr" | "pPr" | "sectPr";

/** An element of formatting with the attributes it is to have; null takes one away. All others stay. */
export interface PropertyChange {
  element: string;
  attributes: Readonly<Record<string, string | null>>;
}

/** The children in the order the schema wants (ISO/IEC 29500-1, A.1), as far as something is put before them. */
const ORDER: Readonly<Record<PropertiesName, readonly string[]>> = {
  rPr: "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange".split(
    " ",
  ),
  pPr: "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange".split(
    " ",
  ),
  sectPr:
    "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange".split(
      " ",
    ),
};

/** What the record of former formatting does not hold. */
const NOT_KEPT: Readonly<Record<PropertiesName, readonly string[]>> = {
  rPr: ["rPrChange", "ins", "del", "moveFrom", "moveTo"],
  pPr: ["rPr", "sectPr", "pPrChange"],
  sectPr: ["headerReference", "footerReference", "sectPrChange"],
};

interface Child {
  local: string;
  xml: string;
}

/**
 * Changes formatting: `raw` is the XML of the properties, "" where there are none yet. With a `mark` the former
 * formatting is kept beside it as a tracked change (修订); one that is already tracked keeps its first form.
 * @param declaration of the prefix `w`, where the file does not have it
 */
export function changeProperties(
  raw: string,
  name: PropertiesName,
  changes: readonly PropertyChange[],
  mark: string | null,
  declaration: string,
): string {
  const { opening, children, closing } = parse(raw, name, declaration);
  const former = children.filter(({ local }) => !NOT_KEPT[name].includes(local));
  for (const { element, attributes } of changes) {
    const at = children.findIndex(({ local }) => local === element);
    const child = {
      local: element,
      xml: withAttributes(children[at]?.xml, element, attributes, declaration),
    };
    if (at >= 0) children[at] = child;
    else insert(children, child, ORDER[name]);
  }
  const record = `${name}Change`;
  if (mark !== null && !children.some(({ local }) => local === record)) {
    const kept = former.map(({ xml }) => xml).join("");
    children.push({
      local: record,
      xml: `<w:${record}${declaration}${mark}><w:${name}>${kept}</w:${name}></w:${record}>`,
    });
  }
  return opening + children.map(({ xml }) => xml).join("") + closing;
}

function parse(raw: string, name: PropertiesName, declaration: string) {
  const children: Child[] = [];
  if (raw.trim() === "") return { opening: `<w:${name}${declaration}>`, children, closing: `</w:${name}>` };
  let depth = 0;
  let from = 0;
  let local = "";
  let opening = "";
  let closing = "";
  streamXml(raw, {
    open(element, _, end) {
      if (depth === 0) {
        const tag = raw.slice(0, end);
        opening = tag.replace(/\s*\/>$/, ">");
        closing = `</${/<([^\s/>]+)/.exec(tag)?.[1] ?? ""}>`;
      } else if (depth === 1) {
        from = tagStart(raw, end);
        local = element.slice(element.indexOf(":") + 1);
      }
      depth++;
    },
    close(_, end) {
      depth--;
      if (depth === 1) children.push({ local, xml: raw.slice(from, end) });
    },
  });
  return { opening, children, closing };
}

function insert(children: Child[], child: Child, order: readonly string[]): void {
  const rank = order.indexOf(child.local);
  const at = children.findIndex(({ local }) => order.indexOf(local) > rank);
  children.splice(at < 0 ? children.length : at, 0, child);
}

function withAttributes(
  existing: string | undefined,
  element: string,
  attributes: PropertyChange["attributes"],
  declaration: string,
): string {
  let tag = existing ?? `<w:${element}/>`;
  let added = "";
  for (const [name, value] of Object.entries(attributes)) {
    tag = tag.replace(new RegExp(`\\s(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`), "");
    if (value !== null) added += ` w:${name}="${value}"`;
  }
  const declares = existing?.includes("xmlns:w=") ? "" : declaration;
  return tag.replace(/\s*(\/?>)/, `${declares}${added}$1`);
}

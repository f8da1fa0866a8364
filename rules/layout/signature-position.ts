import type { Place } from "../../linter/document/place";
import { defineRule, type RuleContext } from "../../linter/engine/rule";
import { standard } from "./basis";
import { type Extent, extentOf } from "./extent";
import { badSample, SAMPLE, sample } from "./sample";
import { placeOf, type SetBlock, type SetDocument, setDocument } from "./setDocument";
import { measure } from "./sizes";

/** 加盖印章: the date stands so far from the right edge of the text. */
const SEALED = 4;
/** 不加盖印章 */
const UNSEALED = 2;

export const signaturePosition = defineRule({
  id: "layout/signature-position",
  title: "署名、成文日期位置不合格式",
  group: "layout",
  severity: "info",
  basis: standard("7.3.5"),
  description: [
    "加盖印章的公文，成文日期一般右空四字，发文机关署名以成文日期为准居中编排；不加盖印章的，署名右空二字，成文日期首字比署名首字右移二字，" +
      "成文日期长于署名的，成文日期右空二字。看不出是否盖章，所以合其中一种就不报告。",
    "按对齐方式、缩进和字数估算位置，相差不超过 `tolerance`（字）的不报告，盖章的成文日期放宽一倍。署名和日期写在同一段、用制表符或者一串空格定位、签名章的位置不判断；" +
      "联合行文只看成文日期。",
  ].join("\n\n"),
  examples: {
    good: [
      sample("盖章：成文日期右空四字，署名以它居中", {}),
      sample("不盖章：署名右空二字，成文日期首字右移二字", { signerRight: 2, dateRight: 1 }),
    ],
    bad: [
      badSample("署名和日期都顶在右边", { signerRight: 0, dateRight: 0 }, SAMPLE.signer),
      badSample("日期右空十字", { signerRight: 2, dateRight: 10 }, SAMPLE.signer),
    ],
  },
  defaults: { tolerance: 1 },
  schema: (z) => z.object({ tolerance: z.number().min(0) }).partial(),
  *check(context) {
    const set = setDocument(context);
    const date = set && dateBlock(set, context);
    const dated = date && extentOf(date, set);
    if (!set || !date || !dated) return;
    const signer = signerBlock(set, context, date.index);
    const signed = signer ? extentOf(signer, set) : null;
    if (signer && !signed) return;
    if (isInPlace(dated, signed, context.options.tolerance)) return;
    const place: Place = placeOf(signer ?? date);
    yield {
      place,
      message:
        `${signed ? `发文机关署名右空约 ${measure(signed.right)} 字，` : ""}成文日期右空约 ${measure(dated.right)} 字。` +
        "加盖印章的，成文日期应右空四字，署名以成文日期为准居中；不加盖印章的，署名应右空二字，成文日期首字比署名首字右移二字。",
      suggestions: ["用右对齐和右缩进字符数定位署名和成文日期，不用空格。"],
    };
  },
});

function isInPlace(date: Extent, signer: Extent | null, tolerance: number): boolean {
  const near = (value: number, wanted: number, within = tolerance) => Math.abs(value - wanted) <= within;
  // Of several organs each has a place of its own, and the date one below the last: on the right, but not at the edge.
  if (!signer) return date.right >= UNSEALED - tolerance && date.left > date.right;
  const centred = near(signer.left + signer.width / 2, date.left + date.width / 2);
  // The seal needs its room, to the right as to the left. Under a name so long that it takes all of it, the date moves on.
  const roomy =
    near(date.right, SEALED, 2 * tolerance) || (date.right > SEALED && signer.right <= UNSEALED + tolerance);
  if (centred && roomy) return true;
  const outer = date.width > signer.width ? date : signer;
  return near(outer.right, UNSEALED) && near(date.left - signer.left, 2);
}

function dateBlock(set: SetDocument, { facts }: RuleContext<object>): SetBlock | null {
  const index = facts.elements.date?.place?.block;
  const block = set.at(index);
  return block && facts.blocks[block.index]?.shape.dateLine && facts.elements.signatory ? block : null;
}

/** The one organ that signs, on the line above the date; nobody for joint documents and persons. */
function signerBlock(set: SetDocument, { facts }: RuleContext<object>, date: number): SetBlock | null {
  const { signatory } = facts.elements;
  const block = set.at(signatory?.place?.block);
  if (!signatory || !block || block.index !== date - 1 || signatory.value.includes(" ")) return null;
  return block.block.text.replace(/\s/g, "") === signatory.value.replace(/\s/g, "") ? block : null;
}

import type { PageNumber } from "../../../document/layout";
import type { EffectiveFormats } from "./effective";
import type { LayoutStory } from "./layoutStory";

const PAGE = /(?:^|\s)PAGE(?:\s|$)/i;
const DASHES = /^[\s\u3000]*[—–―－-]+.*[—–―－-]+[\s\u3000]*$/;

/** 页码: the page number a footer shows; null if it shows none. */
export function readPageNumber(footer: LayoutStory, formats: EffectiveFormats): PageNumber | null {
  const index = footer.paragraphs.findIndex(({ instructions }) => PAGE.test(instructions));
  const paragraph = footer.paragraphs[index];
  if (!paragraph) return null;
  const nodes = footer.nodes.filter((node) => node.paragraph === index);
  const digits = nodes.find(({ text }) => /\d/.test(text)) ?? nodes.find(({ blank }) => !blank);
  const { latinFont = null, size = null } = digits ? formats.run(paragraph, digits.run) : {};
  const tabbed = nodes.some(({ before }) => Number.isNaN(before));
  return {
    position: positionOf(paragraph.frame) ?? (tabbed ? null : alignment(formats.paragraph(paragraph).align)),
    font: latinFont,
    size,
    dashes: DASHES.test(nodes.map(({ text }) => text).join("")),
  };
}

function positionOf(align: string | undefined): PageNumber["position"] {
  return align === "left" || align === "center" || align === "right" || align === "outside" ? align : null;
}

function alignment(align: "left" | "center" | "right" | "justified" | undefined): PageNumber["position"] {
  return align === "center" || align === "right" ? align : "left";
}

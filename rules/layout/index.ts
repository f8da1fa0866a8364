import { bodyFont } from "./body-font";
import { grid } from "./grid";
import { headingFont } from "./heading-font";
import { indent } from "./indent";
import { linePitch } from "./line-pitch";
import { margins } from "./margins";
import { notePosition } from "./note-position";
import { pageNumber } from "./page-number";
import { pageSize } from "./page-size";
import { signaturePosition } from "./signature-position";
import { titleFont } from "./title-font";

/** 版面 */
export const layoutRules = [
  pageSize,
  margins,
  grid,
  titleFont,
  bodyFont,
  headingFont,
  linePitch,
  indent,
  signaturePosition,
  notePosition,
  pageNumber,
];

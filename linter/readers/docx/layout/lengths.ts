/** Twentieths of a point in each unit of ST_UniversalMeasure (ISO/IEC 29500-1, 22.9.2.15), which strict files use. */
const UNITS: Readonly<Record<string, number>> = {
  "": 1,
  pt: 20,
  pc: 240,
  pi: 240,
  in: 1440,
  cm: 1440 / 2.54,
  mm: 144 / 2.54,
};

/** A length in twentieths of a point; undefined for what Word would ignore. */
export function twentieths(value: string | undefined): number | undefined {
  const [, number, unit = ""] = /^(-?\d{1,6}(?:\.\d+)?)(pt|pc|pi|in|cm|mm)?$/.exec(value ?? "") ?? [];
  return number === undefined ? undefined : Math.round(Number(number) * (UNITS[unit] ?? 1));
}

/** A size in points: a plain number counts half points. */
export function points(value: string | undefined): number | undefined {
  const length = twentieths(value);
  if (length === undefined || length <= 0) return undefined;
  return /\d$/.test(value ?? "") ? Number(value) / 2 : length / 20;
}

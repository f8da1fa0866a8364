/**
 * Properties of a run for one more run of the same formatting: a tracked change of formatting that they keep gets an id of
 * its own, for no two revisions may have the same (ISO/IEC 29500-1, 17.13.5).
 */
export function withFreshIds(properties: string, freshId: () => string): string {
  return properties.replace(
    /(:rPrChange\b[^>]*?:id\s*=\s*["'])[^"']*/g,
    (_, before: string) => before + freshId(),
  );
}

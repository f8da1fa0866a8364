const STALE_AFTER_MONTHS = 6;

/** Whole months from the day up to which the registry knows national laws to `today` (both ISO); 0 when not later. */
export function registryAge(asOf: string, today: string): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = asOf.split("-").map(Number);
  const [year = 0, month = 0, day = 0] = today.split("-").map(Number);
  return Math.max(0, (year - fromYear) * 12 + (month - fromMonth) - (day < fromDay ? 1 : 0));
}

/** The sentence a shell says once a run when the registry is older than half a year, or null. */
export function staleRegistryNotice(asOf: string, today: string): string | null {
  const months = registryAge(asOf, today);
  if (months < STALE_AFTER_MONTHS) return null;
  return `法规库只收到${asOf}，已过${months}个月，此后的修订、废止不在其中，请更新程序或用 laws check-updates 核对。`;
}

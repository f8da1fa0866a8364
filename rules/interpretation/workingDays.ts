const DAY = 86_400_000;

/** Working days (Monday to Friday; holidays are not known here) after `from` up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: string, to: string): number {
  let days = 0;
  const end = Date.parse(`${to}T00:00:00Z`);
  const start = Date.parse(`${from}T00:00:00Z`);
  if (!Number.isFinite(start) || !Number.isFinite(end)) return 0;
  const weeks = Math.max(0, Math.floor((end - start) / (7 * DAY)));
  for (let at = start + weeks * 7 * DAY + DAY; at <= end; at += DAY) {
    const weekday = new Date(at).getUTCDay();
    if (weekday !== 0 && weekday !== 6) days += 1;
  }
  return weeks * 5 + days;
}

import { InvalidArgumentError } from "commander";
import { isReportFormat, reportFormats } from "../reporters/index";
import type { ReportTarget } from "./reports";

/** A day (ISO), today or document. */
export function parseAsOf(value: string): string {
  return value === "today" || value === "document" ? value : parseDay(value);
}

export function parseDay(value: string): string {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : null;
  if (!date || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== value) {
    throw new InvalidArgumentError("应为 2024-03-05 这样的日期、today 或 document");
  }
  return value;
}

export function parseCount(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError("应为 0 或正整数");
  return Number(value);
}

/** 2/8 */
export function parseShard(value: string): { index: number; count: number } {
  const [, index, count] = /^([1-9]\d{0,5})\/([1-9]\d{0,5})$/.exec(value) ?? [];
  if (!index || !count || Number(index) > Number(count))
    throw new InvalidArgumentError("应为“第几片/共几片”，如 2/8");
  return { index: Number(index), count: Number(count) };
}

export function parseAtLeastOne(value: string): number {
  if (!/^[1-9]\d*$/.test(value)) throw new InvalidArgumentError("应为正整数");
  return Number(value);
}

/** sarif=结果.sarif; may be given several times. */
export function addReportTarget(value: string, previous: readonly ReportTarget[] = []): ReportTarget[] {
  const [, format = "", file = ""] = /^([^=]*)=(.+)$/.exec(value) ?? [];
  if (!isReportFormat(format))
    throw new InvalidArgumentError(`应为“格式=文件”，格式是 ${reportFormats.join("、")} 之一`);
  return [...previous, { format, file }];
}

import type { Severity } from "../engine/finding";

/** 级别, as reports name them. */
export const SEVERITY_NAMES: Readonly<Record<Severity, string>> = {
  error: "错误",
  warning: "警告",
  info: "提示",
};

import type { Finding } from "../engine/finding";

/** Where a person looks it up in a format without lines: 第2页第5段. */
export function paragraphText({ location, place }: Finding): string {
  const paragraph = `第${location.paragraph ?? place.block + 1}段`;
  return location.page === null ? paragraph : `第${location.page}页${paragraph}`;
}

/** The message with its paragraph, for formats that can only point at lines. */
export function locatedMessage(finding: Finding): string {
  return finding.location.line === null ? `${paragraphText(finding)}：${finding.message}` : finding.message;
}

/** All that is said of a finding, a line each: message, basis, suggestions. For formats with a single text. */
export function wholeText(finding: Finding): string {
  const { basis, suggestions } = finding;
  return [
    locatedMessage(finding),
    ...(basis.length > 0 ? [`依据：${basis.join("；")}`] : []),
    ...suggestions.map((suggestion) => `建议：${suggestion}`),
  ].join("\n");
}

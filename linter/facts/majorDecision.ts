import type { Block } from "../document/block";

const DECLARED =
  /(?:本|该|此)(?:办法|规定|方案|意见|通知|规划|决定|事项|项目|文件|措施)[^，。；]{0,16}?(?:属于?|为|系|列为|列入|纳入)[^。；]{0,30}?重大行政决策|(?:属于?|列为|列入|纳入)[^。；，]{0,20}?(?:县|市|区|省|州)?(?:人民)?政府[^。；，]{0,14}?重大行政决策事项?目录/;

/**
 * 重大行政决策: the words by which a document says of itself that it is one (art. 3 of 国务院令第713号 leaves the list to
 * each government). Null when it does not; rules about such decisions are no declaration.
 */
export function declaredMajorDecision(
  blocks: readonly Block[],
): { block: number; start: number; end: number } | null {
  for (const [block, { text }] of blocks.entries()) {
    if (!text.includes("重大行政决策")) continue;
    const match = DECLARED.exec(text);
    if (
      match &&
      !/应当|下列|不属于|凡/.test(text.slice(Math.max(0, match.index - 10), match.index + match[0].length))
    ) {
      return { block, start: match.index, end: match.index + match[0].length };
    }
  }
  return null;
}

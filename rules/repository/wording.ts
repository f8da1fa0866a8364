import type { Ending, RepositoryRecord } from "../../linter/engine/repository/index";
import { inWords } from "../citations/wording";

/** How a document of the repository is named in a message: 《题名》（文号）. */
export function called({ path, names, number }: RepositoryRecord): string {
  const [name] = names;
  const shown = name ? `《${name.length > 40 ? `${name.slice(0, 40)}…` : name}》` : path;
  return number ? `${shown}（${number.standard}）` : shown;
}

/** How a document ended, as the end of a sentence about it. */
export function howEnded({ how, since, by }: Ending): string {
  if (how === "repealed" && by) return `已由${called(by)}废止${since ? `（${inWords(since)}起）` : ""}`;
  if (how === "expired") return `有效期已满${since ? `（${inWords(since)}起失效）` : ""}`;
  return "已标注废止或者失效";
}

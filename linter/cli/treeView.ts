import pc from "picocolors";
import type { Severity } from "../engine/finding";
import type { CompanionRole } from "../engine/package";
import { SEVERITY_NAMES } from "../reporters/severityNames";
import { dirname, type Sureness } from "../workspace/grouping";
import type { RepositoryTree, TreeDocument } from "../workspace/repository/tree";
import { fileStem } from "../workspace/roles";

/** A line with those below it. */
interface Node {
  text: string;
  below: Node[];
}

const ROLE_NAMES: Readonly<Record<CompanionRole, string>> = {
  interpretation: "政策解读",
  "interpretation-plan": "解读方案",
  "review-opinion": "合法性审核意见",
  "drafting-note": "起草说明",
  consultation: "征求意见采纳情况",
  "fair-competition": "公平竞争审查",
  annex: "附件",
  other: "其他材料",
};
const SURENESS: Readonly<Record<Sureness, string>> = { certain: "确定", probable: "可能" };

/** The tree as lines for a terminal: folder, document, what goes with it, what is missing. */
export function showTree({ documents, unclaimed, unreadable }: RepositoryTree, colour: boolean): string {
  const colours = pc.createColors(colour);
  const paint: Record<Severity, (text: string) => string> = {
    error: colours.red,
    warning: colours.yellow,
    info: colours.blue,
  };
  const folders = new Map<string, Node>();
  for (const document of documents) {
    const folder = dirname(document.path);
    const node = folders.get(folder) ?? { text: colours.bold(folder === "" ? "." : folder), below: [] };
    node.below.push(ofDocument(document, folder));
    folders.set(folder, node);
  }
  const roots = [...folders.values()];
  if (unclaimed.length > 0)
    roots.push({
      text: colours.bold("没有找到所属文件的材料"),
      below: unclaimed.map(({ path, role }) => leaf(`${ROLE_NAMES[role]}　${path}`)),
    });
  if (unreadable.length > 0)
    roots.push({
      text: colours.bold("未能检查"),
      below: unreadable.map(({ path, error }) => leaf(`${path}　${colours.red(error)}`)),
    });
  return `${[...roots.flatMap(({ text, below }) => [text, ...branches(below, ""), ""]), total()].join("\n")}\n`;

  function ofDocument({ path, title, kind, docNumber, companions, missing }: TreeDocument, folder: string) {
    const about = [docNumber, kind].filter(Boolean).join("　");
    const text = [title ?? fileStem(path), about, colours.dim(path.slice(folder.length).replace(/^\//, ""))];
    return {
      text: text.filter((part) => part !== "").join("　"),
      below: [
        ...companions.map(({ path: other, role, sure, because }) => {
          const inside = other.startsWith(`${folder}/`) ? other.slice(folder.length + 1) : other;
          const why = colours.dim(`${SURENESS[sure]}：${because.at(-1)}`);
          return leaf(`${ROLE_NAMES[role]}　${inside}　${why}`);
        }),
        ...missing.map(({ severity, message }) =>
          leaf(`${paint[severity](`缺（${SEVERITY_NAMES[severity]}）`)}　${firstSentence(message)}`),
        ),
      ],
    };
  }

  function total(): string {
    const companions = documents.flatMap((document) => document.companions);
    const probable = companions.filter(({ sure }) => sure === "probable").length;
    const lacking = documents.filter(({ missing }) => missing.length > 0).length;
    const parts = [
      `${documents.length} 份文件`,
      `${companions.length} 份随附材料${probable > 0 ? `（其中 ${probable} 份的归属请核对）` : ""}`,
      `${lacking} 份文件有缺项`,
      unclaimed.length > 0 ? `${unclaimed.length} 份材料没有找到所属文件` : "",
      unreadable.length > 0 ? `${unreadable.length} 份未能检查` : "",
    ];
    return parts.filter((part) => part !== "").join("，");
  }
}

function leaf(text: string): Node {
  return { text, below: [] };
}

function branches(nodes: readonly Node[], indent: string): string[] {
  return nodes.flatMap(({ text, below }, index) => {
    const last = index === nodes.length - 1;
    const lines = branches(below, `${indent}${last ? "   " : "│  "}`);
    return [`${indent}${last ? "└─ " : "├─ "}${text}`, ...lines];
  });
}

function firstSentence(message: string): string {
  return message.split("。", 1)[0] ?? message;
}

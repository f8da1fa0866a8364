import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";

interface Node {
  name: string;
  attributes: Readonly<Record<string, string>>;
  parent: Node | null;
  children: Node[];
  text: string;
}

const DATE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;
const REVISIONS = ["w:ins", "w:del", "w:rPrChange", "w:pPrChange", "w:sectPrChange"];
/** What may stand in a tracked change beside runs. */
const MARKS = ["w:commentRangeStart", "w:commentRangeEnd", "w:bookmarkStart", "w:bookmarkEnd"];
const PROPERTIES = ["w:rPr", "w:trPr", "w:numPr", "w:tcPr"];

/** What Word stumbles over in comments and tracked changes, and no schema forbids. Reads with a parser of its own. */
export function markupProblems(bytes: Uint8Array): string[] {
  const files = unzipSync(bytes);
  const elements = (name: string) => (files[name] ? flatten(parse(strFromU8(files[name]))) : []);
  const document = elements("word/document.xml");
  const comments = elements("word/comments.xml").filter(({ name }) => name === "w:comment");
  return [
    ...commentProblems(document, comments),
    ...document.filter(({ name }) => REVISIONS.includes(name)).flatMap(revisionProblems),
    ...repeated(document.filter(({ name }) => REVISIONS.includes(name)).map(idOf)).map(
      (id) => `two revisions have the id ${id}`,
    ),
    ...[...document, ...comments.flatMap(flatten)].flatMap(textProblems),
  ];
}

function commentProblems(document: readonly Node[], comments: readonly Node[]): string[] {
  const problems = repeated(comments.map(idOf)).map((id) => `two comments have the id ${id}`);
  for (const { attributes } of comments) {
    if (!attributes["w:author"] || !attributes["w:initials"]) problems.push("a comment of nobody");
    if (!DATE.test(attributes["w:date"] ?? "")) problems.push(`date of a comment: ${attributes["w:date"]}`);
  }
  for (const id of new Set(comments.map(idOf))) {
    const at = ["w:commentRangeStart", "w:commentRangeEnd", "w:commentReference"].map((name) =>
      document.flatMap((node, index) => (node.name === name && idOf(node) === id ? [index] : [])),
    );
    const [start = [], end = [], reference = []] = at;
    if (start.length !== 1 || end.length !== 1 || reference.length !== 1)
      problems.push(`comment ${id} has ${at.map(({ length }) => length).join("/")} marks`);
    else if (!((start[0] ?? 0) < (end[0] ?? 0) && (end[0] ?? 0) < (reference[0] ?? 0)))
      problems.push(`marks of comment ${id} are out of order`);
  }
  for (const node of document) {
    if (node.name === "w:commentReference" && node.parent?.name !== "w:r")
      problems.push("a comment's reference outside a run");
  }
  return problems;
}

function revisionProblems({ name, attributes, parent, children }: Node): string[] {
  const problems: string[] = [];
  if (!attributes["w:author"]) problems.push(`${name} of nobody`);
  if (!DATE.test(attributes["w:date"] ?? "")) problems.push(`date of ${name}: ${attributes["w:date"]}`);
  if (name.endsWith("Change")) {
    if (parent?.children.at(-1)?.name !== name) problems.push(`${name} is not last`);
  } else if (!PROPERTIES.includes(parent?.name ?? "")) {
    // What one author put in another may have taken out again.
    const held = name === "w:ins" ? ["w:r", "w:del"] : ["w:r"];
    const strange = children.find((child) => ![...held, ...MARKS].includes(child.name));
    if (strange || !children.some((child) => held.includes(child.name)))
      problems.push(`${name} round ${strange?.name ?? "nothing"}`);
  }
  return problems;
}

function textProblems({ name, text, attributes, parent }: Node): string[] {
  if (name !== "w:t" && name !== "w:delText") return [];
  const deleted = ancestors(parent).some((node) => node.name === "w:del");
  return [
    ...(deleted === (name === "w:delText") ? [] : [`${name} ${deleted ? "in" : "outside"} a deletion`]),
    ...(text.trim() !== text && attributes["xml:space"] !== "preserve" ? [`blanks lost: “${text}”`] : []),
  ];
}

function ancestors(node: Node | null): Node[] {
  return node ? [node, ...ancestors(node.parent)] : [];
}

function idOf({ attributes }: Node): string {
  return attributes["w:id"] ?? "";
}

function repeated(ids: readonly string[]): string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index);
}

function flatten(node: Node): Node[] {
  return [node, ...node.children.flatMap(flatten)];
}

function parse(xml: string): Node {
  const root: Node = { name: "", attributes: {}, parent: null, children: [], text: "" };
  let open = root;
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) => {
    const node: Node = { name, attributes, parent: open, children: [], text: "" };
    open.children.push(node);
    open = node;
  });
  parser.on("text", (text) => {
    open.text += text;
  });
  parser.on("closetag", () => {
    open = open.parent ?? root;
  });
  parser.write(xml).close();
  return root;
}

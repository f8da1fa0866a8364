import { type ConfigAccess, ConfigError } from "./access";
import { parseConfig } from "./parseConfig";

const PROGRAM = /\.[cm]?[jt]s$/i;

/**
 * Configurations among files that were given, such as a folder dropped on a page: by their paths, with forward slashes.
 * What lies beside or above what was given cannot be seen, and programs are not run.
 */
export function givenFiles(files: ReadonlyMap<string, () => Promise<string>>): ConfigAccess {
  const folders = new Set([...files.keys()].flatMap((path) => (path.includes("/") ? [firstOf(path)] : [])));
  return {
    exists: (path) => files.has(path),
    read: async (path) => {
      const text = files.get(path);
      if (!text) throw new ConfigError(`${path}：没有这个配置文件`);
      return parseConfig(await text(), path);
    },
    parent: (path) => path.slice(0, Math.max(path.lastIndexOf("/"), 0)),
    resolve: resolveName,
    relative: relativePath,
    outOfReach(path) {
      if (PROGRAM.test(path)) return "是程序，这里不能运行，没有用上";
      const isInside = files.has(path) || (path.includes("/") && folders.has(firstOf(path)));
      return isInside ? null : "不在拖入的文件里，这里读不到，没有用上";
    },
  };
}

/** A path that leads out of all folders keeps its “..”, an absolute one its beginning: no given file has either. */
function resolveName(folder: string, name: string): string {
  const wanted = name.replaceAll("\\", "/");
  if (/^(?:\/|[a-z]:)/i.test(wanted)) return wanted;
  const parts: string[] = [];
  for (const part of `${folder}/${wanted}`.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else parts.push(part);
  }
  return parts.join("/");
}

function relativePath(folder: string, path: string): string {
  const from = folder === "" ? [] : folder.split("/");
  const to = path.split("/");
  let common = 0;
  while (common < from.length && common < to.length - 1 && from[common] === to[common]) common++;
  return [...from.slice(common).map(() => ".."), ...to.slice(common)].join("/");
}

function firstOf(path: string): string {
  return path.slice(0, path.indexOf("/"));
}

import { reason } from "./fileReport";
import { isManifest } from "./folderManifest";
import { dirname } from "./grouping";
import type { SourceFile } from "./load";
import { parseManifest } from "./manifest";
import type { FolderManifest } from "./tasks";

/** A folder of a run with its files, in the order given. */
export interface Folder extends FolderManifest {
  paths: readonly string[];
  /** What is wrong with the manifest, in Chinese; null when nothing is. */
  trouble: string | null;
}

/** Files of one task: enough to outweigh what a task costs, few enough to hold in memory and to share out evenly. */
const CHUNK = 64;

/** The folders of the files with their manifests, sub-folders first. */
export async function planFolders(files: readonly SourceFile[]): Promise<Folder[]> {
  const byFolder = new Map<string, SourceFile[]>();
  for (const file of files) {
    const folder = dirname(file.path);
    const siblings = byFolder.get(folder);
    if (siblings) siblings.push(file);
    else byFolder.set(folder, [file]);
  }
  const ordered = [...byFolder].sort(([a], [b]) => depth(b) - depth(a) || (a < b ? -1 : 1));
  const folders: Folder[] = [];
  for (const [folder, here] of ordered) {
    const paths = here.filter(({ path }) => !isManifest(path)).map(({ path }) => path);
    folders.push({ folder, paths, ...(await readManifest(here.find(({ path }) => isManifest(path)))) });
  }
  return folders;
}

async function readManifest(file: SourceFile | undefined): Promise<Omit<Folder, "folder" | "paths">> {
  if (!file) return { manifest: null, manifestPath: null, trouble: null };
  try {
    const manifest = await parseManifest(new TextDecoder().decode(await file.read()));
    const { problems } = manifest;
    const trouble = problems.length > 0 ? `材料清单有误：${problems.join("；")}` : null;
    return { manifest, manifestPath: file.path, trouble };
  } catch (error) {
    return { manifest: null, manifestPath: file.path, trouble: reason(error) };
  }
}

/** Cuts the files of a folder into chunks. */
export function chunkTasks({ paths }: Folder): {
  index: number;
  paths: readonly string[];
  whole: boolean;
}[] {
  const chunks = [];
  for (let start = 0; start < paths.length; start += CHUNK)
    chunks.push({
      index: chunks.length,
      paths: paths.slice(start, start + CHUNK),
      whole: paths.length <= CHUNK,
    });
  return chunks;
}

function depth(folder: string): number {
  return folder === "" ? 0 : folder.split("/").length;
}

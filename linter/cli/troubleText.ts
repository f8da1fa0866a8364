/** What the system says of a file that cannot be read or written, in words for people. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: "没有权限",
  EPERM: "没有权限",
  EROFS: "磁盘或者文件夹是只读的",
  ENOSPC: "磁盘已满",
  EDQUOT: "磁盘配额已用完",
  ENOTDIR: "路径里有一段是文件，不是文件夹",
  EISDIR: "这是文件夹，不是文件",
  EEXIST: "同名的文件或者文件夹已经存在",
  ENOENT: "没有这个文件或者文件夹",
  EBUSY: "文件正被别的程序使用",
  ENAMETOOLONG: "文件名或者路径太长",
  EMFILE: "同时打开的文件太多",
};

/** 原因: why something went wrong, with the file where the system names one. */
export function troubleText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, path } = error as NodeJS.ErrnoException;
  const reason = code === undefined ? undefined : REASONS[code];
  if (reason === undefined) return error.message;
  return path === undefined ? reason : `${reason}（${path}）`;
}

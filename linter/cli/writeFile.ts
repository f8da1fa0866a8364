import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";

/**
 * Writes a file whole or not at all: beside it under another name first, then moved over it. Its permissions stay, a
 * symbolic link keeps pointing to it, missing folders are made.
 */
export function writeAtomically(path: string, content: Uint8Array | Iterable<string>): void {
  const there = existsSync(path);
  const target = there ? realpathSync(path) : path;
  mkdirSync(dirname(target), { recursive: true });
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    if (content instanceof Uint8Array) writeFileSync(temporary, content, { flush: true });
    else writeParts(temporary, content);
    if (there) chmodSync(temporary, statSync(target).mode);
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** So many characters are written at a time, at least. */
const PART = 1 << 17;

/** Writes a long text part by part, as it comes. */
export function writeParts(path: string, parts: Iterable<string>): void {
  const file = openSync(path, "w");
  try {
    for (const part of gathered(parts)) writeFileSync(file, part);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Small parts put together into ones that are worth a call of the system. */
export function* gathered(parts: Iterable<string>): Generator<string> {
  let text = "";
  for (const part of parts) {
    text += part;
    if (text.length < PART) continue;
    yield text;
    text = "";
  }
  if (text !== "") yield text;
}

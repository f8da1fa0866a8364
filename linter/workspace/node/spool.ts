import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Key, MemoryStore, type Store } from "../store";

/** Bytes that are written, and read ahead, at a time. */
const BLOCK = 1 << 17;
/** Bytes before a value that tell its length. */
const HEAD = 4;

/** The results of so many files may lie in memory: some 3 KB each, without hindering the collector. */
const FEW_FILES = 10_000;

export function openStore(files: number): Store {
  return files > FEW_FILES ? new Spool() : new MemoryStore();
}

/**
 * 暂存文件: a store in a temporary file, so that what a run keeps of its files does not fill the memory. Only its user can
 * read it, and it is gone when the run ends. Values are kept as JSON in UTF-16, which Node reads and writes without
 * decoding.
 */
export class Spool implements Store {
  readonly #folder = mkdtempSync(join(tmpdir(), "gongwen-lint-"));
  readonly #file = openSync(join(this.#folder, "spool"), "wx+", 0o600);
  readonly #remove = () => rmSync(this.#folder, { recursive: true, force: true });
  /** What is not written yet: from `#written` on. */
  #pending: Buffer[] = [];
  #pendingBytes = 0;
  #written = 0;
  /** What was read last. */
  readonly #window = Buffer.alloc(BLOCK);
  #windowStart = 0;
  #windowBytes = 0;

  constructor() {
    // An open file can be read on without its name, so that nothing is left behind even by a run that is killed.
    if (process.platform === "win32") process.once("exit", this.#remove);
    else this.#remove();
  }

  put<T>(value: T): Key<T> {
    const key = this.#written + this.#pendingBytes;
    const json = JSON.stringify(value);
    const bytes = Buffer.allocUnsafe(HEAD + json.length * 2);
    bytes.writeUInt32LE(json.length * 2);
    bytes.write(json, HEAD, "utf16le");
    this.#pending.push(bytes);
    this.#pendingBytes += bytes.length;
    if (this.#pendingBytes >= BLOCK) this.#flush();
    return key;
  }

  get<T>(key: Key<T>): T {
    if (key >= this.#written) this.#flush();
    const head = this.#bytes(key, HEAD).readUInt32LE();
    return JSON.parse(this.#bytes(key + HEAD, head).toString("utf16le")) as T;
  }

  close(): void {
    closeSync(this.#file);
    this.#remove();
    process.off("exit", this.#remove);
  }

  #flush(): void {
    this.#written += writeAll(this.#file, Buffer.concat(this.#pending), this.#written);
    this.#pending = [];
    this.#pendingBytes = 0;
  }

  #bytes(start: number, length: number): Buffer {
    if (length > BLOCK) {
      const bytes = Buffer.allocUnsafe(length);
      readSync(this.#file, bytes, 0, length, start);
      return bytes;
    }
    if (start < this.#windowStart || start + length > this.#windowStart + this.#windowBytes) {
      this.#windowBytes = readSync(this.#file, this.#window, 0, BLOCK, start);
      this.#windowStart = start;
    }
    const from = start - this.#windowStart;
    return this.#window.subarray(from, from + length);
  }
}

function writeAll(file: number, bytes: Buffer, position: number): number {
  let written = 0;
  while (written < bytes.length)
    written += writeSync(file, bytes, written, bytes.length - written, position + written);
  return written;
}

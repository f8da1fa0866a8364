import { unzipSync, zipSync } from "fflate";
import { partName } from "../../readers/zipPackage";

const CENTRAL_HEADER = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
/** Values that say that the real one stands in a zip64 record. */
const ZIP64_COUNT = 0xffff;
const ZIP64_OFFSET = 0xffffffff;
/** What zips of no date have: the first day the format knows. */
const NO_DATE = "1980-01-01T00:00:00";

/** Of compression: the next levels take half as long again and save little. */
const LEVEL = 4;

/** One entry of a zip as it stands in the file: its local part (header and data) and its line of the directory. */
interface Entry {
  name: string;
  local: Uint8Array;
  central: Uint8Array;
}

/**
 * Replaces or adds files of a zip (APPNOTE 6.3). Every other entry keeps its bytes — compressed data, dates, flags — and
 * its place. Names are compared like part names: without regard to case.
 */
export function replaceEntries(zip: Uint8Array, files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const entries = readEntries(zip) ?? readEntries(zipSync(unzipSync(zip)));
  if (!entries) throw new RangeError("a zip just made has no directory");
  const fresh = new Map(
    [...files].map(([name, data]) => {
      const [entry] = readEntries(zipSync({ [name]: data }, { mtime: NO_DATE, level: LEVEL })) ?? [];
      if (!entry) throw new RangeError(`no entry was made for ${name}`);
      return [partName(name), entry];
    }),
  );
  const written = entries.map((entry) => {
    const replacement = fresh.get(partName(entry.name));
    fresh.delete(partName(entry.name));
    return replacement ?? entry;
  });
  return writeEntries([...written, ...fresh.values()]);
}

/** Null for what only a full reader knows: zip64, bytes before the first entry. */
function readEntries(zip: Uint8Array): Entry[] | null {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = findEnd(view);
  if (end < 0) return null;
  const count = view.getUint16(end + 10, true);
  const directory = view.getUint32(end + 16, true);
  if (count === ZIP64_COUNT || directory === ZIP64_OFFSET) return null;
  const found: { name: string; offset: number; central: Uint8Array }[] = [];
  let at = directory;
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL_HEADER) return null;
    const nameLength = view.getUint16(at + 28, true);
    const length = 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    const name = new TextDecoder().decode(zip.subarray(at + 46, at + 46 + nameLength));
    found.push({ name, offset: view.getUint32(at + 42, true), central: zip.slice(at, at + length) });
    at += length;
  }
  // An entry reaches to the next one: that takes in a data descriptor, if it has one.
  const starts = [...found.map(({ offset }) => offset), directory].sort((a, b) => a - b);
  const next = new Map(starts.map((start, index) => [start, starts[index + 1]]));
  return found.map(({ name, offset, central }) => ({
    name,
    central,
    local: zip.subarray(offset, next.get(offset)),
  }));
}

function findEnd(view: DataView): number {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  return -1;
}

function writeEntries(entries: readonly Entry[]): Uint8Array {
  const locals = entries.reduce((sum, { local }) => sum + local.length, 0);
  const directory = entries.reduce((sum, { central }) => sum + central.length, 0);
  const zip = new Uint8Array(locals + directory + END_LENGTH);
  const view = new DataView(zip.buffer);
  let at = 0;
  let line = locals;
  for (const { local, central } of entries) {
    zip.set(local, at);
    zip.set(central, line);
    view.setUint32(line + 42, at, true);
    at += local.length;
    line += central.length;
  }
  view.setUint32(line, END_OF_DIRECTORY, true);
  view.setUint16(line + 8, entries.length, true);
  view.setUint16(line + 10, entries.length, true);
  view.setUint32(line + 12, directory, true);
  view.setUint32(line + 16, locals, true);
  return zip;
}

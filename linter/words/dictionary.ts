/**
 * 词典: the compiled dictionary in memory, a trie in typed arrays. Nodes are numbered breadth first, so that the
 * children of one node stand side by side, sorted by character. Node 0 is the root and stands for "none".
 */
export interface Dictionary {
  /** Node of each first character, by its distance from U+4E00; 0: no word begins so. */
  roots: Uint32Array;
  /** First child of each node; its last child comes before the next node's first. One longer than there are nodes. */
  firstChild: Uint32Array;
  /** Character that leads to each node. */
  characters: Uint16Array;
  /** Natural logarithm of the relative frequency of the word that ends at each node; 0: none ends here. */
  weights: Float64Array;
  /** Weight of a character that is no word: that of the rarest word. */
  unknownWeight: number;
  /** Weight of a word that a user adds: that of the median word. */
  userWordWeight: number;
}

/**
 * The file: four little-endian 32-bit numbers (magic, nodes, weights, index of the median word's weight), the distinct
 * weights as 64-bit floats from the rarest up, then three streams of one variable-length number (7 bits a byte, low
 * first) for each node in breadth-first order: its count of children; the distance of its character from its elder
 * sibling's, or from U+4E00; the index of its weight plus one, or 0. Logarithms are stored, not computed: their last
 * bit, which decides ties, differs between JavaScript engines.
 */
export const MAGIC = 0x31575747; // "GWW1"
export const HEADER_BYTES = 16;
export const FIRST_CHARACTER = 0x4e00;
export const CHARACTER_COUNT = 0x5200;

/** @throws Error with a Chinese message if `bytes` are not such a file, whole. */
export function readDictionary(bytes: Uint8Array): Dictionary {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER_BYTES || view.getUint32(0, true) !== MAGIC) throw new Error("不是分词词典文件");
  const nodeCount = view.getUint32(4, true);
  const weightCount = view.getUint32(8, true);
  const weightAt = (index: number) => view.getFloat64(HEADER_BYTES + index * 8, true);

  let position = HEADER_BYTES + weightCount * 8;
  if (position + nodeCount * 3 > bytes.length) throw new Error("分词词典文件不完整");
  const readNumber = () => {
    let byte = bytes[position++] as number;
    let value = byte & 0x7f;
    for (let shift = 7; byte >= 0x80; shift += 7) {
      byte = bytes[position++] as number;
      value |= (byte & 0x7f) << shift;
    }
    return value;
  };

  const firstChild = new Uint32Array(nodeCount + 1);
  firstChild[0] = 1;
  for (let node = 0; node < nodeCount; node++) {
    firstChild[node + 1] = (firstChild[node] as number) + readNumber();
  }

  const characters = new Uint16Array(nodeCount);
  readNumber(); // the root has no character
  for (let parent = 0, node = 1; node < nodeCount; parent++) {
    const end = firstChild[parent + 1] as number;
    for (let character = FIRST_CHARACTER; node < end; node++) {
      character += readNumber();
      characters[node] = character;
    }
  }

  const distinct = Float64Array.from({ length: weightCount }, (_, index) => weightAt(index));
  const weights = new Float64Array(nodeCount);
  for (let node = 0; node < nodeCount; node++) {
    const index = readNumber();
    if (index > 0) weights[node] = distinct[index - 1] as number;
  }
  if (position !== bytes.length) throw new Error("分词词典文件不完整");

  const roots = new Uint32Array(CHARACTER_COUNT);
  for (let node = 1; node < (firstChild[1] as number); node++) {
    roots[(characters[node] as number) - FIRST_CHARACTER] = node;
  }
  const unknownWeight = weightAt(0);
  const userWordWeight = weightAt(view.getUint32(12, true));
  return { roots, firstChild, characters, weights, unknownWeight, userWordWeight };
}

/** The child of `node` that `character` leads to, or 0. */
export function findChild(dictionary: Dictionary, node: number, character: number): number {
  const { firstChild, characters } = dictionary;
  const end = firstChild[node + 1] as number;
  let low = firstChild[node] as number;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((characters[middle] as number) < character) low = middle + 1;
    else high = middle;
  }
  return low < end && characters[low] === character ? low : 0;
}

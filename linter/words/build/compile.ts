import { CHARACTER_COUNT, FIRST_CHARACTER, HEADER_BYTES, MAGIC } from "../dictionary";
import { logarithm } from "./logarithm";

/** Words with their frequencies (counts in jieba's corpus). */
export type WordFrequencies = ReadonlyMap<string, number>;

interface Node {
  frequency: number;
  children: Map<number, Node>;
}

/**
 * Compiles the dictionary into the file that `readDictionary` describes; the same words give the same bytes. Weights
 * are relative to the sum over `dictionary`, whose words with other than Han characters count in it though no run of
 * Han characters can hold them; `added` words do not count, as cppjieba adds its user words after it has summed up.
 */
export function compileDictionary(dictionary: WordFrequencies, added: WordFrequencies): Uint8Array {
  const frequencies = [...dictionary.values()].sort((a, b) => a - b);
  const sum = frequencies.reduce((total, frequency) => total + frequency, 0);
  const distinct = [...new Set([...frequencies, ...added.values()])].sort((a, b) => a - b);
  if (added.size > 0 && distinct[0] !== frequencies[0])
    throw new RangeError("an added word is rarer than all others");
  const indexOf = new Map(distinct.map((frequency, index) => [frequency, index]));
  const median = frequencies[frequencies.length >> 1] as number;

  const nodes = breadthFirst(buildTrie([...dictionary, ...added]));
  const streams = [
    nodes.map(([, node]) => node.children.size),
    nodes.map(([distance]) => distance),
    nodes.map(([, { frequency }]) => (frequency === 0 ? 0 : (indexOf.get(frequency) as number) + 1)),
  ];
  const packed = streams.flatMap((stream) => stream.flatMap(variableLength));

  const bytes = new Uint8Array(HEADER_BYTES + distinct.length * 8 + packed.length);
  const view = new DataView(bytes.buffer);
  [MAGIC, nodes.length, distinct.length, indexOf.get(median) as number].forEach((value, index) => {
    view.setUint32(index * 4, value, true);
  });
  distinct.forEach((frequency, index) => {
    view.setFloat64(HEADER_BYTES + index * 8, logarithm(frequency / sum), true);
  });
  bytes.set(packed, HEADER_BYTES + distinct.length * 8);
  return bytes;
}

function buildTrie(words: readonly (readonly [string, number])[]): Node {
  const root: Node = { frequency: 0, children: new Map() };
  for (const [word, frequency] of words) {
    const codes = Array.from({ length: word.length }, (_, index) => word.charCodeAt(index));
    if (!codes.every((code) => code >= FIRST_CHARACTER && code < FIRST_CHARACTER + CHARACTER_COUNT)) continue;
    let node = root;
    for (const code of codes) {
      let child = node.children.get(code);
      if (!child) {
        child = { frequency: 0, children: new Map() };
        node.children.set(code, child);
      }
      node = child;
    }
    node.frequency = frequency;
  }
  return root;
}

/** Every node, breadth first, with the distance of its character from its elder sibling's or from the first of all. */
function breadthFirst(root: Node): [distance: number, node: Node][] {
  const nodes: [number, Node][] = [[0, root]];
  for (const [, node] of nodes) {
    let previous = FIRST_CHARACTER;
    for (const [code, child] of [...node.children].sort(([a], [b]) => a - b)) {
      nodes.push([code - previous, child]);
      previous = code;
    }
  }
  return nodes;
}

function variableLength(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 0x80; rest >>= 7) bytes.push((rest & 0x7f) | 0x80);
  bytes.push(rest);
  return bytes;
}

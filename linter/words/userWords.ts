/** 用户词: a small trie laid over the compiled dictionary. Weight 0: no word ends here. */
export interface UserWords {
  weight: number;
  next: Map<number, UserWords>;
}

export function addUserWord(words: UserWords, word: string, weight: number): void {
  let node = words;
  for (let index = 0; index < word.length; index++) {
    const code = word.charCodeAt(index);
    let next = node.next.get(code);
    if (!next) {
      next = { weight: 0, next: new Map() };
      node.next.set(code, next);
    }
    node = next;
  }
  node.weight = weight;
}

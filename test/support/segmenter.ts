import { compileDictionary } from "../../linter/words/build/compile";
import { DEFAULT_USER_WORDS, readSourceDictionary } from "../../linter/words/build/source";
import { openSegmenter, type Segmenter } from "../../linter/words/segmenter";

let segmenter: Segmenter | undefined;

/** The segmenter over the dictionary as the sources stand now, compiled once in a test file. */
export function testSegmenter(): Segmenter {
  segmenter ??= openSegmenter(compileDictionary(readSourceDictionary(), DEFAULT_USER_WORDS));
  return segmenter;
}

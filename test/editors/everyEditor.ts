import { cardIsOpenedByClick, fixIsMadeByKeyboard } from "./cardScenarios";
import type { OpenEditor } from "./harness/editor";
import {
  cardIsReachedByKeyboard,
  caretStaysThroughFix,
  compositionIsLeftAlone,
  findingsAppearUnderTheRightWords,
  fixIsAppliedAndUndone,
  ignoredFindingStaysAway,
  marksFollowScrollingAndZoom,
  marksFollowTyping,
} from "./scenarios";

/** What every editor must pass, by the name of the test. */
export const EVERY_EDITOR: readonly (readonly [string, (editor: OpenEditor) => Promise<void>])[] = [
  ["findings appear under the right words", findingsAppearUnderTheRightWords],
  ["a fix is applied and undone", fixIsAppliedAndUndone],
  ["the caret stays through a fix", caretStaysThroughFix],
  ["the card is opened by a click", cardIsOpenedByClick],
  ["a fix is made by keyboard", fixIsMadeByKeyboard],
  ["an ignored finding stays away", ignoredFindingStaysAway],
  ["marks follow typing", marksFollowTyping],
  ["a composition is left alone", compositionIsLeftAlone],
  ["marks follow scrolling and zoom", marksFollowScrollingAndZoom],
  ["the card is reached by keyboard", cardIsReachedByKeyboard],
];

import type { Element, Nodes, Root } from "hast";
import { isPageChrome } from "./pageChrome";
import { childrenOf, headingLevel, isInvisible, namesOf, plainText } from "./pageElements";
import { proseOf, type Weights } from "./weights";

/** 正文区域: where the document stands on a page. */
export interface MainText {
  /** The title, if it stands apart before the container. */
  title: Element | null;
  container: Element | Root;
  /** The container's name says that it holds the text of a document and nothing else. */
  certain: boolean;
}

/** Ids and classes that the content systems of government sites give to the text itself. */
const TEXT_NAMES = new Set([
  "ucap-content",
  "zoom",
  "zoomcon",
  "trs_editor",
  "trs_uedit",
  "trs_ueditor",
  "trs_editor_view",
  "view",
  "pages_content",
  "article_content",
  "article-content",
  "articlecontent",
  "artcontent",
  "news_content",
  "news-content",
  "newscontent",
  "content_text",
  "contenttext",
  "contentbody",
  "text_content",
  "bt-content",
  "conttxt",
  "fontzoom",
  "xxgk_content",
  "v_news_content",
  "vsb_content",
  "info_content",
]);

/** Parts of names that a page gives to the area round the text. */
const AREA_NAME =
  /(?:^|[-_])(?:article|content|con|cont|main|detail|details|text|zw|zhengwen|wenzhang)(?:[-_]|$)/;

/** Share of what is to be read on the page that a container must hold. */
const SHARE = { text: 0.3, area: 0.5 };
/** An inner area with this share of an outer one is the better one. */
const INNER_SHARE = 0.85;

/**
 * Finds the document on a page: the element with the name of a text and most to read, else the innermost area with
 * most to read, else the whole page.
 * @param knownTitles what the page says elsewhere that the document is called
 */
export function findMainText(root: Root, weights: Weights, knownTitles: readonly string[]): MainText {
  const elements = visibleElements(root);
  const all = proseOf(weights.get(root));
  const prose = (element: Element) => proseOf(weights.get(element));

  let named: Element | null = null;
  let area: Element | null = null;
  for (const element of elements) {
    const names = namesOf(element);
    const amount = prose(element);
    if (names.some((name) => TEXT_NAMES.has(name)) && amount > 0 && amount >= all * SHARE.text) {
      if (!named || amount > prose(named)) named = element;
    }
    const isArea = /^(?:article|main)$/.test(element.tagName) || names.some((name) => AREA_NAME.test(name));
    if (!isArea || amount === 0 || amount < all * SHARE.area) continue;
    if (!area || amount >= prose(area) * INNER_SHARE) area = element;
  }
  const container = named ?? area ?? root;
  const title =
    container === root ? null : findTitle(elements, container as Element, weights, all, knownTitles);
  return { title, container, certain: named !== null };
}

function visibleElements(root: Root): Element[] {
  const elements: Element[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === "element") {
      if (isInvisible(node)) return;
      elements.push(node);
    }
    for (const child of childrenOf(node)) visit(child);
  };
  visit(root);
  return elements;
}

const TITLE_NAME =
  /(?:^|[-_])(?:title|tit|biaoti|bt|headline)(?:[-_\d]|$)|(?:article|art|con|content|info|news)title\d?$/;
const TITLE_LENGTH = { least: 2, most: 200 };

/** Shorter titles are never cut. */
const LEAST_CUT = 8;

/** Ends as titles of documents and of what accompanies them do; names of sites and columns do not. */
const DOCUMENT_TITLE =
  /.{4}(?:决议|决定|命令|令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要|条例|办法|规定|细则|规则|方案|规划|措施|标准|指南|解读|说明|问答)(?:[（(][^（()）]{1,20}[)）])?$/;

/**
 * The title in front of the container: the last heading or element named so that is one the page knows, else the last
 * one outside the frame that reads like a title.
 */
function findTitle(
  elements: readonly Element[],
  container: Element,
  weights: Weights,
  all: number,
  knownTitles: readonly string[],
): Element | null {
  const inFrame = new Set<Nodes>();
  let known: Element | null = null;
  let unknown: Element | null = null;
  for (const element of elements.slice(0, elements.indexOf(container))) {
    if (holds(element, container)) continue;
    if (inFrame.has(element) || isPageChrome(element, weights, all, false)) {
      for (const child of [element, ...element.children]) inFrame.add(child);
    }
    const heading = headingLevel(element);
    const isTitle = (heading > 0 && heading <= 3) || namesOf(element).some((name) => TITLE_NAME.test(name));
    const length = weights.get(element)?.text ?? 0;
    if (!isTitle || length < TITLE_LENGTH.least || length > TITLE_LENGTH.most) continue;
    const text = plainText(element);
    if (knownTitles.some((title) => isSameTitle(title, text))) {
      if (!known || !holds(known, element)) known = element;
    } else if (!inFrame.has(element) && (heading === 1 || readsLikeTitle(element))) {
      unknown = element;
    }
  }
  // Some pages are called by their column.
  const isColumn = known && unknown && !readsLikeTitle(known) && readsLikeTitle(unknown);
  return isColumn ? unknown : (known ?? unknown);
}

function readsLikeTitle(element: Element): boolean {
  return DOCUMENT_TITLE.test(plainText(element));
}

/** Page titles end in the name of the site, and long titles are cut short. */
function isSameTitle(known: string, text: string): boolean {
  const shown = text.replace(/(?:\.{3}|…+)$/, "");
  if (known.startsWith(shown)) {
    return shown !== text || /^(?:$|[-_—–|｜·(（])/.test(known.slice(shown.length));
  }
  return text.startsWith(known.replace(/(?:\.{3}|…+)$/, "")) && known.length >= LEAST_CUT;
}

function holds(outer: Element, inner: Element): boolean {
  const from = outer.position?.start.offset ?? 0;
  const to = outer.position?.end.offset ?? from;
  const start = inner.position?.start.offset ?? -1;
  return outer !== inner && start >= from && start < to;
}

import type { Element } from "hast";
import { namesOf } from "./pageElements";
import { proseOf, type Weights } from "./weights";

/*
 * 网页的附属内容: what a site puts around each of its texts – menus, share bars, breadcrumbs, related links, footers.
 */

/** Ids and classes of what is never a part of a document. */
const CHROME =
  /(?:^|[-_])(?:nav|navs|navbar|navigation|menus?|submenu|crumbs?|breadcrumbs?|bread|mianbaoxie|dqwz|curpos|weizhi|location|toolbar|tools|pager|pagination|search|login|comments?|adv?|advert\w*|ewm|erweima|qr|qrcode|print|printer|fontsize|favou?rites?|xgwj|xgjd|xglj|xgxx|xgyd|xgnr|xgwz)(?:[-_]|$)|share|jiathis|breadcrumb|qrcode|erweima|^(?:related|relevant|relation|xiangguan)|friend-?links?|social-/;

/** Ids and classes that a page uses for its frame; inside a document they may be its own. */
const FRAME =
  /(?:^|[-_])(?:header|head|top|topbar|footer|foot|bottom|copyright|sidebar|aside|banner|logo)(?:[-_]|$)/;

/** Links in a list from which it counts as a menu, and the share of them in its text. */
const MENU = { links: 3, share: 0.8 };

/** What may hold a list of links; a paragraph of links is still a paragraph. */
const MENU_HOLDERS = new Set(["ul", "ol", "dl", "div", "table", "section", "nav"]);

/**
 * Tells the frame of a page from its text. `text` is the length of all there is to read: what holds the greater part of
 * it is no frame, whatever its name.
 * @param certain the place is known to hold the text of a document, so that only unmistakable names count
 */
export function isPageChrome(element: Element, weights: Weights, text: number, certain: boolean): boolean {
  const { tagName } = element;
  if (tagName === "nav") return true;
  const weight = weights.get(element);
  if (!weight || proseOf(weight) > text / 2) return false;
  const names = namesOf(element);
  if (names.some((name) => CHROME.test(name))) return true;
  if (certain) return false;
  return (
    tagName === "aside" ||
    tagName === "footer" ||
    tagName === "header" ||
    names.some((name) => FRAME.test(name)) ||
    (MENU_HOLDERS.has(tagName) && weight.links >= MENU.links && weight.linked >= weight.text * MENU.share)
  );
}

/** Lines that sites write around a text: where the reader is, how to print, who hosts the page. */
const LINES: readonly RegExp[] = [
  /^(?:您|你)?(?:现在|当前|目前)?(?:所在|所处)?的?位置[:：]/,
  /^当前位置[:：]/,
  /^[【[]?(?:字体|字号|文字大小)[:：]/,
  /^(?:[【[]?(?:打印(?:本页|此页|页面)?|关闭(?:窗口|本页|此页|页面)?|收藏(?:本页)?|返回(?:顶部|首页|上一页)?|下载)[】\]]?[\s|｜]*)+$/,
  /^分享(?:到)?[:：]/,
  /^扫一扫/,
  /^(?:发布|更新|发文|公开)?(?:时间|日期)[:：].*(?:来源|浏览|点击|访问|阅读|字体|字号|作者)[^:：]{0,4}[:：]/,
  /^(?:信息|文章|稿件)?来源[:：].*(?:时间|日期|浏览|点击|访问|阅读|字体|字号|作者)[^:：]{0,4}[:：]/,
  /^(?:浏览|点击|访问|阅读)(?:次数|量|数)[:：]/,
  /^(?:上一篇|下一篇|上一条|下一条|相关(?:链接|阅读|文件|解读|新闻|信息|稿件))[:：]?$/,
  /^版权所有|^Copyright\b|[\u4E00-\u9FFF]ICP备|网站标识码/i,
];

/** Longer lines are text, whatever they begin with. */
const LONGEST = 160;

export function isChromeLine(text: string): boolean {
  return text.length <= LONGEST && LINES.some((line) => line.test(text));
}

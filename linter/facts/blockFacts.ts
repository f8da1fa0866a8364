import type { DisclosureClass } from "../document/metadata";
import type { Span } from "../document/place";

/**
 * 事实: what the recognisers find in the text of one block. Everything here is a pure function of that text (and of
 * the law lexicon), so that it can be cached by block; spans are offsets into it.
 */
export interface BlockFacts {
  citations: readonly CitationMention[];
  numbers: readonly DocumentNumber[];
  dates: readonly DateMention[];
  disclosure: readonly DisclosureStatement[];
  review: readonly ReviewStatement[];
  interpretation: readonly InterpretationStatement[];
  /** What the text does to people outside the administration; feeds the classification. */
  signals: readonly PolicySignal[];
  /** What the line looks like as an element of a 公文 or a level of its numbering. */
  shape: LineShape;
}

/** 发文字号、令号 as it stands in the text. */
export interface DocumentNumber extends Span {
  /** Standard form: 国办发〔2018〕37号, 国务院令第711号, 2018年第3号. Never null: what cannot be normalised is not a number. */
  standard: string;
  /** 机关代字 (国办发) or the issuer of an order (国务院); null where the text leaves it out. */
  organ: string | null;
  year: number | null;
  serial: number;
  form: "document" | "order" | "announcement";
  /** What differs from the standard form (GB/T 9704—2012, 7.2.5). */
  defects: readonly (
    | "bracket"
    | "space"
    | "leading-zero"
    | "第"
    | "two-digit-year"
    | "full-width-digit"
    | "line-break"
  )[];
}

/** 日期. `iso` is 2024-03-05, 2024-03 or 2024. */
export interface DateMention extends Span {
  iso: string;
  style: "arabic" | "chinese" | "mixed";
  /** True for a full day (成文日期 needs one). */
  complete: boolean;
}

/** 条款项: 第三十八条第一款第（二）项. `to` closes a range (第十二条至第十五条). */
export interface ArticleReference extends Span {
  /** As written. */
  text: string;
  article: number;
  /** 之一 = 1 */
  suffix: number | null;
  paragraph: number | null;
  item: number | null;
  to: number | null;
}

/** 引用: one mention of a law or document. */
export interface CitationMention extends Span {
  /**
   * marked: 《…》 · bare: 刑法第一百九十六条 · number: 闽政办〔2013〕87号 without a title ·
   * self: 本办法第三条 · previous: 该法第三条, 前述办法
   */
  form: "marked" | "bare" | "number" | "self" | "previous";
  /**
   * The name as a look-up key: blanks and line breaks gone, inner marks as 〈〉, version note and status cut off. For
   * `self` and `previous` the words that stand for it (本办法, 该条例); null for `number`.
   */
  title: string | null;
  titleSpan: Span;
  /** Issuer written before the marks: 国务院《关于…的通知》. */
  issuer: string | null;
  /** 2014年修正 */
  versionNote: { text: string; year: number; span: Span } | null;
  /** 征求意见稿, 草案, 送审稿 … inside or right behind the marks: names no law in force. */
  draft: boolean;
  number: DocumentNumber | null;
  /** Date of adoption or publication written at the citation, ISO. */
  stated: string | null;
  articles: readonly ArticleReference[];
  /** Declared here: （以下简称《条例》). */
  abbreviation: { name: string; span: Span } | null;
  /**
   * Why the act is named: `reference` is the ordinary case. `repeal` (…同时废止), `history` (2005年公布的…), `amendment` (对《…》作如下修改),
   * `commencement` (《…》自2027年1月1日起施行), `issue` (关于印发《…》的通知), `other` (a list of books, a course, a project).
   */
  purpose: "reference" | "repeal" | "history" | "amendment" | "commencement" | "issue" | "other";
}

/** 公开属性 as the text states it. */
export interface DisclosureStatement extends Span {
  /** Null for a list of options with none ticked. */
  value: DisclosureClass | null;
  /** evidence: a note or form line of this very document; mention: a sentence about disclosure. */
  standing: "evidence" | "mention";
  form: "note" | "form-line" | "options" | "sentence";
  /** Reason given for not publishing, if any. */
  reason: string | null;
}

/** 合法性审核 as the text speaks of it. */
export interface ReviewStatement extends Span {
  /**
   * evidence: it took place (“经县司法局合法性审核”, an opinion number, an opinion's own text) · duty: must be done ·
   * plan: will be done · mention: anything else · negative: says that it did not take place.
   */
  standing: "evidence" | "duty" | "plan" | "mention" | "negative";
  organ: string | null;
  number: string | null;
  date: string | null;
  result: "lawful" | "conditional" | "unlawful" | null;
  /** Says that the review's objections were met: 已按审核意见修改. */
  corrected?: boolean;
  /** 会签、征求意见、参加审议 named in place of the review. */
  substitute: string | null;
}

/** 政策解读 as the text speaks of it. */
export interface InterpretationStatement extends Span {
  /** evidence: names an interpretation of this document that exists (an annex, a link); duty, plan, mention as above. */
  standing: "evidence" | "duty" | "plan" | "mention";
  /** File or address named. */
  target: string | null;
}

/** 规范性、政策性的迹象: one of each sort a block at most. */
export interface PolicySignal extends Span {
  /**
   * duty: 经营者应当…, 任何单位和个人不得… · prohibition: 严禁…, 禁止… without a subject · benefit: 免征, 补贴, 补偿标准 ·
   * liability: 处…罚款, 责令改正 · commencement: 本办法自…起施行 · validity: 有效期5年
   */
  sort: "duty" | "prohibition" | "benefit" | "liability" | "commencement" | "validity";
}

/** 行的样子: what one line could be. Several may hold; `elements` decides with the neighbours in view. */
export interface LineShape {
  /** 一、 → 1, （一） → 2, 1. → 3, （1） → 4; 章/节/条 as such. */
  numbering: { level: 1 | 2 | 3 | 4 | "编" | "章" | "节" | "条"; number: number; span: Span } | null;
  /** 主送机关: …： */
  addressee: boolean;
  /** 附件：… */
  attachment: boolean;
  /** A line that is nothing but a date. */
  dateLine: boolean;
  /** 附注: nothing but one pair of round brackets. */
  note: boolean;
  /** Ends with one of the kinds' names, as a title does. */
  titleKind: string | null;
}

/** 公开属性: the disclosure class of a document, 《政府信息公开条例》 arts. 13–20. */
export type DisclosureClass = "主动公开" | "依申请公开" | "不予公开";

/** 合法性审核: what metadata states of the legality review. Dates are ISO (2024-03-05). */
export interface LegalityReviewRecord {
  organ?: string;
  number?: string;
  date?: string;
  result?: string;
}

/**
 * What is stated of a document outside its running text: front matter, sidecar, manifest, a web page's metadata
 * table, an OA form. One canonical shape; readers map the keys they meet (Chinese or English) to it.
 */
export interface DocumentMetadata {
  title?: string;
  /** 发文字号 */
  docNumber?: string;
  /** 发文机关 */
  issuer?: string;
  /** 文种 */
  kind?: string;
  /** 成文日期, ISO */
  date?: string;
  /** 发布日期, ISO */
  released?: string;
  /** 状态 */
  status?: "draft" | "issued";
  /** 公开属性 */
  disclosure?: DisclosureClass;
  /** 不公开理由 */
  disclosureReason?: string;
  /** 合法性审核 */
  legalityReview?: LegalityReviewRecord;
  /** 解读: paths (relative to the file that says so) or addresses */
  interpretation?: string[];
  /** 行政规范性文件: overrides the classification */
  normative?: boolean;
  /** 政策性文件: overrides the classification */
  policy?: boolean;
  /** 起草单位 */
  draftingUnit?: string;
}

/** Where evidence can come from, in the order in which it is believed. */
export type MetadataSource = "front-matter" | "sidecar" | "manifest" | "form" | "web-table";

/** One set of metadata with its source. `label` names the file or table for messages. */
export interface MetadataRecord {
  source: MetadataSource;
  label: string;
  values: DocumentMetadata;
}

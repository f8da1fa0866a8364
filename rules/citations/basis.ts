/** Drafting rules for 公文; a citation of what is not in force does not agree with laws and regulations. */
export const DRAFTING = "《党政机关公文处理工作条例》（中办发〔2012〕14号）";
/** Normative documents: kept in step with the law (动态清理). */
export const NORMATIVE_DOCUMENTS = "国办发〔2018〕37号";
/** Form of 发文字号. */
export const LAYOUT = "GB/T 9704—2012";

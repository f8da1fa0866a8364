/** 三统一: registered, numbered and issued by one hand; 动态清理: what has ended is taken out and said to have ended. */
export const UNIFIED_AND_CLEANED = "国办发〔2018〕37号";
/** 发文字号, 附件说明 and what they must agree with. */
export const PROCESSING = "《党政机关公文处理工作条例》（中办发〔2012〕14号）第九条";
export const FORMAT = "GB/T 9704—2012";

export const REVIEW_OPINION = "国办发〔2018〕115号";
export const NORMATIVE_OPINION = "国办发〔2018〕37号";
export const MAJOR_DECISIONS = "《重大行政决策程序暂行条例》（国务院令第713号）第二十五条";
/** 国办发〔2018〕37号 is of this day; a document issued before is not reminded of it. */
export const OWED_SINCE = "2018-05-16";

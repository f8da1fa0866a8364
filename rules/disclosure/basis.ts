/** 政府信息公开条例 as this group of rules cites it. */
export const OPENNESS_OPINION = "国办发〔2016〕80号";
export const OPENNESS_REGULATION =
  "《政府信息公开条例》（国务院令第711号）第五条、第十四条至第十七条、第十九条、第二十条";
/** The regulation (then 国务院令第492号) first took effect on this day; no document before owed a class. */
export const OWED_SINCE = "2008-05-01";

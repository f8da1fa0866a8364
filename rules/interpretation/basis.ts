export const INTERPRETATION_OPINION = "国办发〔2016〕80号";
/** 国办发〔2016〕80号 is of this day; a document issued before is not reminded of it. */
export const OWED_SINCE = "2016-11-10";

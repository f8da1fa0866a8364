/** 地区口径: what the rules of one place ask beyond those of the centre. What is left out is not judged. */
export interface LocalProfile {
  /** Of the place, as people call it: 湖南. */
  name: string;
  /** 规范性文件的有效期 */
  validity?: ValidityProfile;
  /** 政策解读 */
  interpretation?: InterpretationProfile;
}

export interface ValidityProfile {
  /** The local rule by name and number; findings name it as their basis. */
  basis: string;
  /** Longest validity in whole years, and that of 暂行, 试行. */
  years?: number;
  trialYears?: number;
  /** True: a period must be stated, and its absence is a warning; false: need not be, and nothing is said. */
  required?: boolean;
  /** Within so many months of its end a document is to be evaluated (评估). */
  reviewMonths?: number;
}

export interface InterpretationProfile {
  /** The local rule by name and number. */
  basis: string;
  /** 工作日 by which an interpretation may follow the document. */
  daysAfterRelease?: number;
}

/** How interpretations call themselves. */
export const INTERPRETATION_NAME =
  /(?:政策|文件)?解读(?:材料|方案|稿|文章|说明|图)?|政策图解|图解|一图(?:读|看)懂|政策问答|(?:答记者|百)?问答?(?=$|[）)》.])|明白纸/;

/** A name that ends as an interpretation does: 《……》政策解读, ……解读材料（图文版）.docx. */
export const NAMED_INTERPRETATION =
  /(?:解读|解读材料|解读方案|解读稿|解读文章|解读说明|图解|一图(?:读|看)懂|政策问答|答记者问|问答|明白纸)(?:（[^（）]{1,12}）)?(?:\.[A-Za-z]{2,5})?$/;

/** Work done about interpretation: 加强政策解读, 做好宣传解读工作. */
export const WORK =
  /(?:加强|做好|抓好|开展|强化|推进|注重|完善|落实|提升|丰富|组织|加大|深化|及时|统筹|明确|健全|建立|规范|创新)[^《》]{0,16}(?:解读|图解|问答)|(?:解读|图解)(?:工作|机制|制度|形式|范围|责任|回应|能力|水平|内容|平台|渠道|力度)/;

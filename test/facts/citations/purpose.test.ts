import { describe, expect, it } from "vitest";
import { cite } from "./support";

/** Title (or form) and purpose of each mention. */
function purposes(text: string): string[] {
  return cite(text).map((mention) => `${mention.title ?? mention.form} ${mention.purpose}`);
}

describe("purpose", () => {
  it.each([
    ["根据《甲条例》，《乙办法》同时废止。", ["甲条例 reference", "乙办法 repeal"]],
    ["本办法自2024年1月1日起施行，《甲办法》（某政发〔2010〕1号）同时废止。", ["甲办法 repeal"]],
    ["《甲办法》《乙办法》和《丙办法》予以废止。", ["甲办法 repeal", "乙办法 repeal", "丙办法 repeal"]],
    ["《甲办法》自本办法施行之日起废止", ["甲办法 repeal"]],
    ["《甲办法》于2024年12月31日失效", ["甲办法 repeal"]],
    ["《甲办法》等3件规章同时废止", ["甲办法 repeal"]],
    [
      "2008年5月27日发布的《甲规定》（公安部令第102号）和2012年9月12日发布的《乙规定》同时废止",
      ["甲规定 repeal", "乙规定 repeal"],
    ],
    ["现决定废止《甲办法》", ["甲办法 repeal"]],
    ["关于废止《甲办法》的决定", ["甲办法 repeal"]],
    ["对《甲办法》予以废止", ["甲办法 repeal"]],
    ["下列文件同时废止：《甲办法》、《乙办法》", ["甲办法 repeal", "乙办法 repeal"]],
    ["依据《甲条例》第三条，废止《乙办法》", ["甲条例 reference", "乙办法 repeal"]],
    [
      "民法典自2021年1月1日起施行，婚姻法、继承法同时废止",
      ["民法典 commencement", "婚姻法 repeal", "继承法 repeal"],
    ],
    ["原关于甲的通告（岚综管综〔2017〕15号）同时废止", ["number repeal"]],
    ["2005年公布的《甲条例》建立了制度", ["甲条例 history"]],
    ["自2005年《甲条例》施行以来", ["甲条例 history"]],
    ["依照2005年公布的《甲条例》办理", ["甲条例 reference"]],
    ["原《甲条例》规定", ["甲条例 history"]],
    ["已废止的《甲条例》", ["甲条例 history"]],
    ["《甲条例》（已废止）", ["甲条例 history"]],
    ["《甲条例》已于2021年1月1日废止", ["甲条例 history"]],
    ["《甲条例》已被《乙条例》取代", ["甲条例 history", "乙条例 reference"]],
    ["《甲条例》施行期间", ["甲条例 history"]],
    ["对《甲条例》作如下修改", ["甲条例 amendment"]],
    ["关于修改《甲条例》的决定", ["甲条例 amendment"]],
    ["《关于修改〈甲条例〉的决定》", ["关于修改〈甲条例〉的决定 amendment"]],
    ["《甲条例》修正案", ["甲条例 amendment"]],
    ["《甲条例》自2027年1月1日起施行", ["甲条例 commencement"]],
    ["《甲条例》将于2027年1月1日施行", ["甲条例 commencement"]],
    ["自2027年1月1日起施行的《甲条例》", ["甲条例 commencement"]],
    ["《甲条例》（自2027年1月1日起施行）", ["甲条例 commencement"]],
    ["《甲条例》（2012年6月28日国务院令第621号公布，自2012年10月1日起施行）", ["甲条例 reference"]],
    ["某省人民政府关于印发《甲办法》的通知", ["甲办法 issue"]],
    ["现将《甲办法》印发给你们", ["甲办法 issue"]],
    ["《甲办法》已经市政府同意，现印发给你们", ["甲办法 issue"]],
    ["现公布修订后的《甲条例》，自2019年1月1日起施行", ["甲条例 issue"]],
    ["按照《甲意见》要求，现印发实施方案", ["甲意见 reference"]],
    ["诵读《论语》", ["论语 other"]],
    ["填写《某某申请表》", ["某某申请表 other"]],
    ["签订《甲项目合作协议书》", ["甲项目合作协议书 other"]],
    ["纪录片《治水办法》", ["治水办法 other"]],
    ["《甲办法》一书", ["甲办法 other"]],
    ["贯彻《甲法》《乙条例》", ["甲法 reference", "乙条例 reference"]],
    ["《关于加强甲工作的若干政策》", ["关于加强甲工作的若干政策 reference"]],
    ["还原《甲条例》的规定", ["甲条例 reference"]],
  ])("%s", (text, expected) => expect(purposes(text)).toEqual(expected));
});

import type { BadExample, ExampleSetting, RuleExample } from "../../linter/engine/rule";

const TITLE = "松河县人民政府关于加强河道采砂管理的通知";
const ADDRESSEES = "各乡镇人民政府，县政府各部门：";
const BODY =
  "为了加强河道采砂管理，保障防洪安全和通航安全，现就有关事项通知如下，请各乡镇和县政府各部门认真贯彻执行。";
const SIGNER = "松河县人民政府";
const NOTE = "（此件公开发布）";

const TEXT = [
  `# ${TITLE}`,
  ADDRESSEES,
  BODY,
  "各乡镇要落实属地责任，建立日常巡查制度，发现违法采砂的，及时制止并报告县水利局，由县水利局会同有关部门依法处理。",
  SIGNER,
  "2026年3月5日",
  NOTE,
].join("\n\n");

/** The words of the sample that findings quote. */
export const SAMPLE = { title: TITLE, addressees: ADDRESSEES, body: BODY, signer: SIGNER, note: NOTE };

const FIRST_HEADING = "一、落实工作责任";
const SECOND_HEADING = "（一）建立巡查制度。";

/** The sample with headings of two levels, of a paragraph of their own and run in. */
export const HEADED = {
  first: FIRST_HEADING,
  second: SECOND_HEADING,
  text: TEXT.replace(
    `\n\n${SIGNER}\n`,
    `\n\n${[
      FIRST_HEADING,
      `${SECOND_HEADING}各乡镇每周至少巡查一次，主汛期每天巡查，巡查情况登记在册。`,
      "（二）畅通举报渠道。县水利局公布举报电话，接到举报后当天到现场核实处理。",
      "二、严格监督检查",
      "县水利局每季度检查一次，检查结果向各乡镇通报。",
    ].join("\n\n")}\n\n${SIGNER}\n`,
  ),
};

/** An example that is a .docx: the sample, set after the standard but for `docx`. */
export function sample(title: string, docx: ExampleSetting, text = TEXT): RuleExample {
  return { title, text, docx };
}

export function headedSample(title: string, docx: ExampleSetting): RuleExample {
  return sample(title, docx, HEADED.text);
}

export function badSample(title: string, docx: ExampleSetting, quote: string, text = TEXT): BadExample {
  return { ...sample(title, docx, text), quotes: [quote] };
}

/** Writes the .docx examples: a package without a manifest, with planted mistakes. Run with tsx; the files are committed. */
import { mkdirSync, writeFileSync } from "node:fs";
import { AlignmentType, Document, LevelFormat, Packer, Paragraph, TextRun } from "docx";

const folder = new URL("./送审/停车收费办法/", import.meta.url);
const articles = { reference: "articles", level: 0 } as const;

const title = (text: string) =>
  new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text, bold: true, size: 44 })] });
const body = (...texts: string[]) =>
  new Paragraph({ indent: { firstLine: 640 }, children: texts.map((text) => new TextRun({ text, size: 32 })) });
const article = (...texts: string[]) =>
  new Paragraph({ numbering: articles, children: texts.map((text) => new TextRun({ text, size: 32 })) });
const right = (text: string) =>
  new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun({ text, size: 32 })] });

async function write(name: string, children: Paragraph[]): Promise<void> {
  const document = new Document({
    creator: "云溪县发展和改革局",
    numbering: {
      config: [
        { reference: "articles", levels: [{ level: 0, format: LevelFormat.CHINESE_COUNTING, text: "第%1条　", alignment: AlignmentType.LEFT }] },
      ],
    },
    sections: [{ children }],
  });
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL(name, folder), await Packer.toBuffer(document));
}

await write("云溪县机动车停放服务收费管理办法（送审稿）.docx", [
  title("云溪县机动车停放服务收费管理办法"),
  // The law's name is split over two runs, as word processors do.
  article("为规范机动车停放服务收费行为，根据《中华人民共和国价", "格法》《中华人民共和国物权法》等法律，制定本办法。"),
  article("本县行政区域内机动车停放服务收费，应当遵守本办法。"),
  article("停车场经营者应当明码标价，不得收取未标明的费用。"),
  article("对违反本办法的经营者，由县市场监督管理局依照《中华人民共和国行政处罚法》（2017年修正）的规定处罚。"),
  article("收费定价程序按照《政府信息公开条例》（国务院令第492号）的要求向社会公开。"),
  article("本办法自2027年3月1日起施行，有效期5年。"),
  right("云溪县人民政府"),
  right("2026年11月16日"),
  body("（此件不予公开）"),
]);

await write("起草说明.docx", [
  title("关于《云溪县机动车停放服务收费管理办法》的起草说明"),
  body("一、起草的必要性。随着机动车数量增加，停车收费不规范的问题较为突出，有必要统一规定。"),
  body("二、起草过程。县发展和改革局征求了县司法局、县住房和城乡建设局意见，各单位均已会签，不再另行进行合法性审核。"),
]);

await write("政策解读.docx", [
  title("《云溪县机动车停放服务收费管理办法》政策解读"),
  body("《云溪县机动车停放服务收费管理办法》已经制定，请大家认真学习贯彻。"),
]);

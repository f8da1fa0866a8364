import { asConfigError, ConfigError } from "./access";

/** Where own law files are read and how; what an entry is, is the affair of whoever parses it. */
export interface OwnLawAccess<Law> {
  /** Null: there is no such file. */
  text(path: string): Promise<string | null>;
  parse(text: string, path: string): Promise<{ rows: readonly Law[]; problems: readonly string[] }>;
}

/** 自有法规清单: own law files that configurations name, each read once. */
export class OwnLawFiles<Law> {
  readonly #read = new Map<string, Promise<readonly Law[]>>();

  constructor(readonly access: OwnLawAccess<Law>) {}

  /** @throws ConfigError */
  read(path: string): Promise<readonly Law[]> {
    let reading = this.#read.get(path);
    if (!reading) {
      reading = this.#entries(path).catch((error: unknown) => {
        throw asConfigError(path, error);
      });
      this.#read.set(path, reading);
    }
    return reading;
  }

  async #entries(path: string): Promise<readonly Law[]> {
    const text = await this.access.text(path);
    if (text === null) throw new ConfigError(`${path}：没有这个法律法规文件（配置的 laws）`);
    const { rows, problems } = await this.access.parse(text, path);
    if (problems.length > 0)
      throw new ConfigError(problems.map((problem) => `${path}：${problem}`).join("\n"));
    return rows;
  }
}

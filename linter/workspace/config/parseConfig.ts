import { ConfigError } from "./access";

/** The data of a configuration written in YAML or JSON. @throws ConfigError with the line */
export async function parseConfig(text: string, path: string): Promise<unknown> {
  const { parseDocument } = await import("yaml");
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error)
    throw new ConfigError(
      `${path}：第${error.linePos?.[0].line ?? "?"}行：${error.message.split("\n", 1)[0]}`,
    );
  return document.toJS();
}

import type { SourceFile } from "../workspace/load";

/** Standard input as a file of the given name. */
export async function readStandardInput(name: string): Promise<SourceFile> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  const bytes = new Uint8Array(Buffer.concat(chunks));
  return { path: name, read: async () => bytes };
}

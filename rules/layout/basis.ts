/** 党政机关公文格式, by the item that rules. */
export function standard(item: string): string[] {
  return [`GB/T 9704—2012《党政机关公文格式》${item}`];
}

/** 不公开的法定理由: arts. 14, 15, 16 of 《政府信息公开条例》, in the words drafters use. */
const LEGAL_REASON = [
  /国家秘密|涉密|秘密级|机密|绝密|禁止公开|不得公开|国家安全|公共安全|经济安全|社会稳定|工作秘密|警务工作秘密|危及/,
  /商业秘密|个人隐私|个人信息|第三方|合法权益/,
  /内部|人事管理|后勤管理|工作流程|过程性|讨论记录|过程稿|磋商|请示报告|执法案卷|行政执法|征求意见阶段|内部管理/,
  // 依申请公开: not of the kind that must be published by itself.
  /特定(?:对象|主体|单位|人)|不属于[^，。；]{0,12}主动公开|不涉及公众/,
  /第(?:十四|十五|十六|14|15|16)条/,
] as const;

/** True when a stated reason is one the regulation knows. */
export function isLegalReason(reason: string): boolean {
  return LEGAL_REASON.some((pattern) => pattern.test(reason));
}

/** “无”, “略”, “—”: a field filled with nothing. */
export function isNoReason(reason: string): boolean {
  return /^(?:无|没有|略|暂无|不详|空|详见原件|[-—\s/]*)$/.test(reason.trim().replace(/[。.]$/, ""));
}

export { type AuditEntry, auditRepository, type Proposal } from "./audit";
export { type Evidence, type NamedDocument, nameOf, type RepositoryRecord } from "./record";
export { recordOf } from "./recordOf";
export { type Ending, type RecordedPackage, type RecordList, Repository } from "./repository";
export { type RepositoryRun, runRepositoryRules } from "./runRepositoryRules";

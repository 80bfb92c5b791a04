export { AuditService, type AuditRecord } from './audit.service';
export { AuditModule } from './audit.module';
export { AuditController } from './audit.controller';
export { verifyAuditChain, type ChainState } from './verify-audit-chain';
export { Audit1700000000300 } from './audit.migration';

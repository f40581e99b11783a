export { type AxeFindingsOptions, axeFindings } from './axe-findings.ts';
export { briefNode } from './brief-node.ts';
export { type Coturn, type CoturnOptions, startCoturn, type TurnTransport } from './coturn.ts';
export { freePort } from './free-port.ts';
export { findImportCycle } from './import-cycle.ts';
export { type Import, importsOf, packageOf, withoutComments } from './imports.ts';
export { type Lockfile, lockedVersions, missingFromLockfile } from './lockfile.ts';
export { type Pgbouncer, startPgbouncer } from './pgbouncer.ts';
export { type Postgres, startPostgres } from './postgres.ts';
export { processFamily } from './process-family.ts';
export { TcpProxy } from './tcp-proxy.ts';
export {
  type Manifest,
  readJson,
  readManifest,
  readPackages,
  readSources,
  type SourceFile,
  type WorkspacePackage,
  workspaceDirectory,
} from './workspace.ts';

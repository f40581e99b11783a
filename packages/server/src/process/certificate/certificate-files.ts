import { X509Certificate } from 'node:crypto';
import { readFileSync, unwatchFile, watchFile } from 'node:fs';
import type { Server } from 'node:https';
import { createSecureContext } from 'node:tls';
import type { Logger } from 'pino';
import { startupSentences } from '../../settings/sentences/startup.ts';
import { StartupError } from '../../settings/startup-error.ts';
import type { Certificate } from './certificate.ts';

export interface CertificateFiles {
  /** The certificate with those between it and the root, PEM. */
  readonly cert: string;
  readonly key: string;
}

/** Two files are written one after the other: both must have stayed as they are for so long. */
const settleMs = 500;
const everyMs = 1000;

/** @throws StartupError when they cannot be read, or do not belong together */
export function readCertificate(files: CertificateFiles): Certificate {
  try {
    const read = { cert: readFileSync(files.cert, 'utf8'), key: readFileSync(files.key, 'utf8') };
    createSecureContext(read);
    return read;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new StartupError(startupSentences.badCertificate(files.cert, files.key, why));
  }
}

/** New connections get the new certificate as soon as its files change; those that are open stay. The answer stops it. */
export function watchCertificate(files: CertificateFiles, server: Server, log: Logger): () => void {
  let timer: NodeJS.Timeout | undefined;
  const reload = () => {
    try {
      const next = readCertificate(files);
      server.setSecureContext(next);
      log.info(
        `The certificate ${files.cert} is in force; it is good until ${new X509Certificate(next.cert).validTo}.`,
      );
    } catch (error) {
      if (!(error instanceof StartupError)) throw error;
      log.error(`${error.message} The one before stays in force.`);
    }
  };
  const onChange = () => {
    clearTimeout(timer);
    timer = setTimeout(reload, settleMs);
  };
  for (const path of [files.cert, files.key]) watchFile(path, { interval: everyMs }, onChange);
  return () => {
    clearTimeout(timer);
    for (const path of [files.cert, files.key]) unwatchFile(path, onChange);
  };
}

import { X509Certificate } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { ownNames } from '../../settings/own-names.ts';

export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

const dayMs = 24 * 3_600_000;
const lifeMs = 365 * dayMs;

/**
 * A certificate that this machine signed for itself, kept in `directory` so that a browser has to be told to trust it
 * only once. Browsers give a camera to other hosts only over HTTPS.
 */
export async function selfSignedCertificate(directory: string): Promise<Certificate> {
  const files = { cert: join(directory, 'certificate.pem'), key: join(directory, 'certificate-key.pem') };
  const kept = await Promise.all([readFile(files.cert, 'utf8'), readFile(files.key, 'utf8')]).catch(() => null);
  if (kept && new X509Certificate(kept[0]).validToDate.getTime() > Date.now() + dayMs)
    return { cert: kept[0], key: kept[1] };
  const now = Date.now();
  // It takes two hundred modules, for once a year and where there is no other certificate.
  const { generate } = await import('selfsigned');
  const made = await generate([{ name: 'commonName', value: hostname() }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(now - dayMs),
    notAfterDate: new Date(now + lifeMs),
    extensions: [{ name: 'subjectAltName', altNames: alternativeNames() }],
  });
  await mkdir(directory, { recursive: true, mode: 0o700 });
  await writeFile(files.cert, made.cert);
  await writeFile(files.key, made.private, { mode: 0o600 });
  return { cert: made.cert, key: made.private };
}

function alternativeNames() {
  const { names, addresses } = ownNames();
  return [...names.map(value => ({ type: 2 as const, value })), ...addresses.map(ip => ({ type: 7 as const, ip }))];
}

import { generate } from 'selfsigned';

/** What the box shows to its clients, and the authority to trust, in PEM. */
export interface BoxCertificate {
  readonly authority: string;
  readonly certificate: string;
  readonly key: string;
}

const dayMs = 24 * 3_600_000;

/** An authority of its own and a certificate of that authority for all names of the box. */
export async function createCertificate(names: readonly string[], isExpired = false): Promise<BoxCertificate> {
  const now = Date.now();
  const keys = { keyType: 'ec', algorithm: 'sha256' } as const;
  const authority = await generate([{ name: 'commonName', value: 'Contact centre in a box' }], {
    ...keys,
    notBeforeDate: new Date(now - 10 * dayMs),
    notAfterDate: new Date(now + 30 * dayMs),
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  const own = await generate([{ name: 'commonName', value: names[0] ?? 'localhost' }], {
    ...keys,
    notBeforeDate: new Date(now - 2 * dayMs),
    notAfterDate: new Date(isExpired ? now - dayMs : now + 30 * dayMs),
    ca: { key: authority.private, cert: authority.cert },
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          ...[...new Set([...names, 'localhost'])].map(value => ({ type: 2 as const, value })),
          ...['127.0.0.1', '::1'].map(ip => ({ type: 7 as const, ip })),
        ],
      },
    ],
  });
  return { authority: authority.cert, certificate: own.cert, key: own.private };
}

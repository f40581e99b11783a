import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A certificate and its key, in PEM. */
export interface TestCertificate {
  readonly certificate: string;
  readonly key: string;
}

/** A certificate authority of one's own, by OpenSSL. */
export interface TestAuthority {
  readonly certificate: string;
  issue(name: string, alternatives?: readonly string[], days?: { readonly expired: boolean }): TestCertificate;
  close(): void;
}

const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

export function createAuthority(): TestAuthority {
  const home = mkdtempSync(join(tmpdir(), 'eyeline-authority-'));
  const openssl = (...args: string[]) =>
    execFileSync('openssl', args, { cwd: home, stdio: ['ignore', 'pipe', 'pipe'] });
  openssl(
    'req',
    '-x509',
    ...newKey,
    '-keyout',
    'ca.key',
    '-out',
    'ca.crt',
    '-days',
    '2',
    '-subj',
    '/CN=Test authority',
  );
  let serial = 0;
  return {
    certificate: readFileSync(join(home, 'ca.crt'), 'utf8'),
    issue: (name, alternatives = [name], { expired } = { expired: false }) => {
      const file = `${++serial}`;
      writeFileSync(join(home, `${file}.ext`), `subjectAltName=${alternatives.map(each => `DNS:${each}`).join(',')}\n`);
      openssl('req', '-new', ...newKey, '-keyout', `${file}.key`, '-out', `${file}.csr`, '-subj', `/CN=${name}`);
      const span = ['-days', expired ? '-1' : '1'];
      const authority = ['-CA', 'ca.crt', '-CAkey', 'ca.key', '-CAcreateserial'];
      openssl(
        'x509',
        '-req',
        '-in',
        `${file}.csr`,
        ...authority,
        '-extfile',
        `${file}.ext`,
        '-out',
        `${file}.crt`,
        ...span,
      );
      return {
        certificate: readFileSync(join(home, `${file}.crt`), 'utf8'),
        key: readFileSync(join(home, `${file}.key`), 'utf8'),
      };
    },
    close: () => rmSync(home, { recursive: true, force: true }),
  };
}

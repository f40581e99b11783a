import { afterAll, afterEach, describe, expect, test } from 'vitest';
import type { FinesseError } from '../finesse-error.ts';
import { createAuthority } from '../testing/authority.ts';
import { type FakeNode, startNode } from '../testing/fake-node.ts';
import { localLookup } from '../testing/local-lookup.ts';
import { createHttp } from './http.ts';
import { checkOrigin, type NetworkOptions } from './network.ts';

const authority = createAuthority();
const network: NetworkOptions = { authorities: [authority.certificate], lookup: localLookup };
const certificateA = authority.issue('fin-a.example.test');
afterAll(() => authority.close());

let nodes: FakeNode[] = [];
let closeHttp: (() => void) | undefined;
afterEach(async () => {
  closeHttp?.();
  for (const node of nodes) await node.stop();
  nodes = [];
});

async function faultOf(work: Promise<unknown>): Promise<FinesseError> {
  return work.then(
    () => {
      throw new Error('It was done.');
    },
    (fault: FinesseError) => fault,
  );
}

describe('certificates', () => {
  const asked = async (given: {
    origin?: string;
    network?: NetworkOptions;
    certificate?: ReturnType<typeof authority.issue>;
  }) => {
    const node = await startNode(() => ({ body: '<SystemInfo/>' }), given.certificate ?? certificateA);
    nodes.push(node);
    const http = createHttp(given.network ?? network);
    closeHttp = () => http.close();
    const url = `${given.origin ?? 'https://fin-a.example.test'}:${node.port}/finesse/api/SystemInfo`;
    return faultOf(http.send({ method: 'GET', url, timeoutMs: 1_000 }));
  };

  test('9.1 an unknown authority, another name and an expired one are refused, each with the screen', async () => {
    expect(await asked({ network: { lookup: localLookup } })).toMatchObject({
      code: 'certificate',
      message: expect.stringContaining('tomcat.pem'),
    });
    expect(await asked({ origin: 'https://other.example.test' })).toMatchObject({
      code: 'certificate',
      message: expect.stringContaining('fin-a.example.test'),
    });
    const expired = authority.issue('fin-a.example.test', undefined, { expired: true });
    expect(await asked({ certificate: expired })).toMatchObject({
      code: 'certificate',
      message: expect.stringContaining('utils service restart Cisco Finesse Tomcat'),
    });
  });

  test('9.2 not even the environment switches verification off', async () => {
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
    try {
      expect((await asked({ network: { lookup: localLookup } })).code).toBe('certificate');
    } finally {
      delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
    }
  });

  test('9.3 a port that speaks no TLS is the wrong port', async () => {
    const plain = await startNode(() => ({}));
    nodes.push(plain);
    const http = createHttp(network);
    closeHttp = () => http.close();
    const fault = await faultOf(
      http.send({ method: 'GET', url: `https://fin-a.example.test:${plain.port}/`, timeoutMs: 1_000 }),
    );
    expect(fault).toMatchObject({ code: 'wrong-port', message: expect.stringContaining('8445') });
  });

  test('9.4 silence is timed out', async () => {
    const node = await startNode(() => 'silent', certificateA);
    nodes.push(node);
    const http = createHttp(network);
    closeHttp = () => http.close();
    const url = `https://fin-a.example.test:${node.port}/`;
    expect((await faultOf(http.send({ method: 'GET', url, timeoutMs: 80 }))).code).toBe('timed-out');
  });

  test('9.5 addresses, short names and plain text are refused, unless plain text is allowed by name', async () => {
    for (const url of ['https://10.1.2.3:8445', 'https://fin-a:8445', 'https://[::1]:8445'])
      expect(() => checkOrigin(url)).toThrow('FQDN');
    expect(() => checkOrigin('http://fin-a.example.test:8082')).toThrow('without encryption');
    expect(() => checkOrigin('fin-a')).toThrow('no address');
    expect(checkOrigin('https://fin-a.example.test:8445/desktop')).toBe('https://fin-a.example.test:8445');
    expect(checkOrigin('http://localhost:1', { allowPlainText: true })).toBe('http://localhost:1');
    await expect(createHttp().send({ method: 'GET', url: 'http://127.0.0.1:1/' })).rejects.toMatchObject({
      code: 'insecure',
    });
  });
});

test('5.1 one identity’s session is not another’s', async () => {
  const node = await startNode(
    request => ({ headers: { 'set-cookie': `JSESSIONID=of-${request.headers.authorization}` } }),
    certificateA,
  );
  nodes.push(node);
  const http = createHttp(network);
  closeHttp = () => http.close();
  const url = `https://fin-a.example.test:${node.port}/finesse/api/User/1`;
  for (const authorization of ['anna', 'ben', 'anna'])
    await http.send({ method: 'GET', url, headers: { authorization } });
  await http.send({ method: 'GET', url });
  expect(node.arrived.map(({ headers }) => headers.cookie)).toEqual([
    undefined,
    undefined,
    'JSESSIONID=of-anna',
    undefined,
  ]);
});

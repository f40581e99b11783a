import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Refusal } from '../../people/refusal.ts';
import { parseConfig } from '../../settings/parse-config.ts';
import { Proofs } from './proofs.ts';

/** Answers as the common verifiers do; knows one right proof. */
let verifier: Server;
const asked: Record<string, string>[] = [];
beforeAll(async () => {
  verifier = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const given = Object.fromEntries(new URLSearchParams(body));
    asked.push(given);
    if (given['response'] === 'never') return;
    if (given['response'] === 'broken') return response.writeHead(500).end();
    if (given['response'] === 'odd') return response.end('{"success":"yes"}');
    const codes = given['response'] === 'secret' ? ['invalid-input-secret'] : [];
    response.end(JSON.stringify({ success: given['response'] === 'right', 'error-codes': codes }));
  });
  await once(verifier.listen(0, '127.0.0.1'), 'listening');
});
afterAll(() => {
  verifier.closeAllConnections();
  verifier.close();
});

process.env['EYELINE_TEST_PROOF'] = 'the secret';
function proofs(more: object = {}, lines: string[] = []) {
  const verifyUrl = `http://127.0.0.1:${(verifier.address() as AddressInfo).port}/siteverify`;
  const proof = { verifyUrl, secret: { env: 'EYELINE_TEST_PROOF' }, timeoutMs: 5_000, ...more };
  const { entryPoints } = parseConfig({
    entryPoints: [
      { entryPointId: 'guarded', title: 'Guarded', proof },
      { entryPointId: 'open', title: 'Open' },
    ],
  });
  return new Proofs(entryPoints, pino({ level: 'warn' }, { write: line => lines.push(line) }));
}

const outcome = (one: Proofs, entryPointId: string, proof?: string) =>
  one.require(entryPointId as never, proof, '203.0.113.7').then(
    () => 'ok',
    (error: unknown) => (error instanceof Refusal ? error.failure.code : error),
  );

test('a right proof is let in, a wrong one and none are not; where none is wanted nobody is asked', async () => {
  const one = proofs();
  expect(await outcome(one, 'guarded', 'right')).toBe('ok');
  expect(asked.splice(0)).toEqual([{ secret: 'the secret', response: 'right', remoteip: '203.0.113.7' }]);
  expect(await outcome(one, 'guarded', 'wrong')).toBe('proof-refused');
  expect(await outcome(one, 'guarded')).toBe('proof-required');
  expect(await outcome(one, 'guarded', '')).toBe('proof-required');
  expect(asked.splice(0)).toHaveLength(1);
  expect(await outcome(one, 'open')).toBe('ok');
  expect(asked).toEqual([]);
});

test.each(['never', 'broken', 'odd', 'secret'])(
  'while the verifier answers %j, the site says what happens',
  async proof => {
    const timeoutMs = proof === 'never' ? 50 : 5_000;
    expect(await outcome(proofs({ timeoutMs }), 'guarded', proof)).toBe('proof-refused');
    expect(await outcome(proofs({ timeoutMs, whenUnavailable: 'allow' }), 'guarded', proof)).toBe('ok');
  },
);

test('a verifier that refuses the secret is told to the administrator; a wrong proof is not', async () => {
  const lines: string[] = [];
  const one = proofs({}, lines);
  await outcome(one, 'guarded', 'wrong');
  expect(lines).toEqual([]);
  await outcome(one, 'guarded', 'secret');
  expect(lines).toEqual([expect.stringContaining('proof.secret')]);
});

test('a secret that is not there is said at the start', () => {
  expect(() => proofs({ secret: { env: 'EYELINE_TEST_NO_PROOF' } })).toThrow('entryPoints.0.proof.secret');
});

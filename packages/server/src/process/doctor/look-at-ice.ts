import { lookup } from 'node:dns/promises';
import { type Check, checkOf, type DoctorCode, type IceServer } from '@eyeline/protocol';
import { certificateCode } from './certificate-code.ts';
import { type IceAddress, iceAddressOf } from './ice-url.ts';
import { openStun } from './stun-transport.ts';
import { bind, StunRefused, tryAllocation } from './turn-client.ts';

const limitMs = 5_000;

const blocked = { udp: 'turn-udp-blocked', tcp: 'turn-tcp-blocked', tls: 'turn-tls-blocked' } as const;

/** Tries each address of a server by itself: its name, its port, its certificate, the credentials, and a relay. */
export const lookAtIce = (servers: readonly IceServer[]): readonly Promise<Check>[] =>
  servers.flatMap(server => [server.urls].flat().map(url => lookAtUrl(server, url)));

async function lookAtUrl({ username = '', credential = '' }: IceServer, url: string): Promise<Check> {
  const startedAt = performance.now();
  const to = iceAddressOf(url);
  if (!to) return { ...checkOf('stun', 'failed', url), code: 'name-unknown' };
  const started = checkOf(to.isRelay ? `turn-${to.transport}` : 'stun', 'running', url);
  const outcome = await tryWay(to, { username, credential });
  return { ...started, ...outcome, durationMs: Math.round(performance.now() - startedAt) };
}

type Outcome = Pick<Check, 'status' | 'code' | 'data'>;

const failed = (code: DoctorCode, data: Check['data'] = {}): Outcome => ({ status: 'failed', code, data });

async function tryWay(to: IceAddress, credentials: { username: string; credential: string }): Promise<Outcome> {
  const signal = AbortSignal.timeout(limitMs);
  const found = await lookup(to.host).catch(() => null);
  if (!found) return failed('name-unknown');
  try {
    const transport = await openStun(to, found.address, signal);
    try {
      const relayed = to.isRelay ? await tryAllocation(transport, credentials) : await bind(transport);
      const data = { address: found.address, ...(relayed ? { [to.isRelay ? 'relayed' : 'seenAs']: relayed } : {}) };
      const { certificateError } = transport;
      if (certificateError !== null) return failed(certificateCode(certificateError), { ...data, certificateError });
      return { status: 'success', code: null, data };
    } finally {
      transport.close();
    }
  } catch (error) {
    return failed(codeOf(error, to), {
      address: found.address,
      ...(error instanceof Error ? { why: error.message.slice(0, 300) } : {}),
    });
  }
}

function codeOf(error: unknown, { isRelay, transport }: IceAddress): DoctorCode {
  const way = isRelay ? blocked[transport] : 'stun-blocked';
  if (!(error instanceof StunRefused)) return way;
  if ([401, 403, 431, 438, 441].includes(error.code)) return 'turn-refused';
  return [486, 508].includes(error.code) ? 'turn-full' : way;
}

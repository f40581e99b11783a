import { once } from 'node:events';
import { connect as connectTcp, isIP } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { type Check, checkOf, DOCTOR_PATH, DoctorBriefing, type DoctorCode, SOCKET_PATH } from '@eyeline/protocol';
import * as v from 'valibot';
import { WebSocket } from 'ws';
import { certificateCode, certificateErrorOf } from './certificate-code.ts';
import { postInsecurely } from './post-insecurely.ts';

const limitMs = 5_000;
const soonMs = 14 * 24 * 3_600_000;

/** With what calls are made there, or why the server does not say. */
export async function askForBriefing(server: URL): Promise<DoctorBriefing | DoctorCode> {
  try {
    const { status, body } = await postInsecurely(new URL(DOCTOR_PATH, server), AbortSignal.timeout(limitMs));
    if (status === 429) return 'too-many-checks';
    const briefing = v.safeParse(DoctorBriefing, JSON.parse(body));
    return briefing.success ? briefing.output : 'server-unreachable';
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'name-unknown';
    return code === 'ECONNREFUSED' ? 'port-closed' : 'server-unreachable';
  }
}

/** What a browser would think of the certificate. */
export async function lookAtCertificate(server: URL, now: number): Promise<Check> {
  const check = checkOf('certificate', 'success', server.host);
  if (server.protocol !== 'https:') return { ...check, status: 'skipped' };
  const { hostname } = server;
  const host = hostname.replace(/^\[|\]$/g, '');
  const socket = connectTls({
    ...{ host, port: Number(server.port || 443), rejectUnauthorized: false },
    ...(isIP(host) ? {} : { servername: host }),
  });
  try {
    await once(socket, 'secureConnect', { signal: AbortSignal.timeout(limitMs) });
    const certificateError = certificateErrorOf(socket);
    const validTo = socket.getPeerCertificate().valid_to;
    const data = { validTo };
    if (certificateError !== null)
      return {
        ...check,
        status: 'failed',
        code: certificateCode(certificateError),
        data: { ...data, certificateError },
      };
    const isSoon = Date.parse(validTo) - now < soonMs;
    return { ...check, code: isSoon ? 'certificate-expires' : null, data };
  } catch {
    return { ...check, status: 'failed', code: 'port-closed' };
  } finally {
    socket.destroy();
  }
}

/** Opens a socket as a session does, as far as the server's first word (Engine.IO 4). */
export async function lookAtSignalling(server: URL): Promise<Check> {
  const startedAt = performance.now();
  const check = checkOf('signalling', 'success', server.origin);
  const address = new URL(`${SOCKET_PATH}/?EIO=4&transport=websocket`, server.origin.replace(/^http/, 'ws'));
  const socket = new WebSocket(address, { rejectUnauthorized: false });
  socket.on('error', () => undefined);
  try {
    const [greeting] = await once(socket, 'message', { signal: AbortSignal.timeout(limitMs) });
    if (!String(greeting).startsWith('0{')) return { ...check, status: 'failed', code: 'socket-blocked' };
    return { ...check, durationMs: Math.round(performance.now() - startedAt) };
  } catch {
    return { ...check, status: 'failed', code: 'socket-blocked' };
  } finally {
    socket.terminate();
  }
}

/** Whether the media server's port is open by TCP. By UDP it answers only those who are in a call. */
export async function lookAtMediaServer(server: URL, { mediaServer }: DoctorBriefing): Promise<Check> {
  if (!mediaServer) return checkOf('media-server', 'skipped');
  const host = (mediaServer.address ?? server.hostname).replace(/^\[|\]$/g, '');
  const check = checkOf('media-server', 'success', `${host}:${mediaServer.port}`);
  if (!mediaServer.isReady) return { ...check, status: 'failed', code: 'media-missing' };
  const socket = connectTcp({ host, port: mediaServer.port });
  try {
    await once(socket, 'connect', { signal: AbortSignal.timeout(limitMs) });
    return { ...check, data: { tcp: true } };
  } catch {
    return { ...check, status: 'failed', code: 'media-port-closed' };
  } finally {
    socket.destroy();
  }
}

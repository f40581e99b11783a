import { type Check, checkOf, type DoctorReport, doctorReport, doctorSentences } from '@eyeline/protocol';
import { lookAtIce } from './look-at-ice.ts';
import { askForBriefing, lookAtCertificate, lookAtMediaServer, lookAtSignalling } from './look-at-server.ts';

/** Looks from this machine at everything that a call needs of a server and of those that help it. */
export async function examine(server: URL): Promise<DoctorReport> {
  const at = Date.now();
  const startedAt = performance.now();
  const certificate = lookAtCertificate(server, at);
  const briefing = await askForBriefing(server);
  const checks: Check[] = await (typeof briefing === 'string'
    ? [{ ...checkOf('signalling', 'failed', server.origin), code: briefing }, await certificate]
    : Promise.all([
        lookAtSignalling(server),
        certificate,
        ...lookAtIce(briefing.iceServers),
        ...(briefing.iceServers.some(({ credential }) => credential !== undefined) ? [] : [noRelay]),
        lookAtMediaServer(server, briefing),
      ]));
  const durationMs = Math.round(performance.now() - startedAt);
  const input = { from: 'command', server: server.origin, at, durationMs, checks } as const;
  return doctorReport(input, code => doctorSentences[code]);
}

/** Nothing is broken, and some calls will not connect. */
const noRelay: Check = { ...checkOf('turn-udp', 'skipped'), code: 'turn-missing' };

import type { Check } from '@eyeline/protocol';
import { doctor } from '../sentences/doctor.ts';

// Asked each time: another language may have come in between.
const names: Readonly<Record<Check['name'], () => string>> = {
  camera: () => doctor.camera,
  microphone: () => doctor.microphone,
  signalling: () => doctor.signalling,
  stun: () => doctor.stun,
  'turn-udp': () => doctor.turnUdp,
  'turn-tcp': () => doctor.turnTcp,
  'turn-tls': () => doctor.turnTls,
  'bit-rate': () => doctor.bitRate,
  certificate: () => doctor.certificate,
  'media-server': () => doctor.mediaServer,
};

export const nameOf = ({ name }: Check): string => names[name]();

/** How it stands with a check: `attention` is a success with something to know. */
export const standingOf = ({ status, code }: Check) => (status === 'success' && code !== null ? 'attention' : status);

/** What came of a check, in words or in the figure that says more. */
export function outcomeOf(check: Check): string {
  const { kbps, width, height } = check.data;
  if (check.status === 'success' && typeof kbps === 'number') return doctor.kbps(kbps);
  if (standingOf(check) === 'success' && typeof width === 'number' && typeof height === 'number')
    return doctor.picture(width, height);
  return doctor[standingOf(check)];
}

import type { Check } from '@eyeline/protocol';
import { doctor } from '../sentences/doctor.ts';

const names = {
  camera: 'camera',
  microphone: 'microphone',
  signalling: 'signalling',
  stun: 'stun',
  'turn-udp': 'turnUdp',
  'turn-tcp': 'turnTcp',
  'turn-tls': 'turnTls',
  'bit-rate': 'bitRate',
  certificate: 'certificate',
  'media-server': 'mediaServer',
} as const satisfies Record<Check['name'], keyof typeof doctor>;

export const nameOf = ({ name }: Check): string => doctor[names[name]];

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

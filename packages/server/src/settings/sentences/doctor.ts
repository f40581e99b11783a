import type { Check, DoctorReport } from '@eyeline/protocol';

/** What an administrator reads of the ways to a call. */
export const doctorLines = {
  names: {
    camera: 'Camera',
    microphone: 'Microphone',
    signalling: 'Server',
    stun: 'STUN',
    'turn-udp': 'TURN by UDP',
    'turn-tcp': 'TURN by TCP',
    'turn-tls': 'TURN by TLS',
    'bit-rate': 'Speed',
    certificate: 'Certificate',
    'media-server': 'Media server',
  } satisfies Record<Check['name'], string>,
  standings: {
    idle: '-',
    running: '-',
    skipped: 'not set up',
    success: 'works',
    failed: 'FAILS',
  } satisfies Record<Check['status'], string>,
  verdicts: {
    good: 'Calls will work from here.',
    impaired: 'Calls will work from here, with what is said above.',
    none: 'No call will work from here.',
  } satisfies Record<DoctorReport['verdict'], string>,
  fault: (name: string, sentence: string) => `${name}: ${sentence}`,
  noUrl: (given: string) => `"${given}" is no address of a server. Give one as https://video.example.com with --url.`,
};

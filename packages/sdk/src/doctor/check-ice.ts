import type { DoctorCode } from '@eyeline/protocol';
import { type Finding, failed, success } from './finding.ts';
import type { IceTrial } from './ice-plan.ts';

const blocked: Record<IceTrial['name'], DoctorCode> = {
  stun: 'stun-blocked',
  'turn-udp': 'turn-udp-blocked',
  'turn-tcp': 'turn-tcp-blocked',
  'turn-tls': 'turn-tls-blocked',
};

/** What a server answered instead of an address (RFC 8489, section 14.8; RFC 8656, section 19). */
const answered: Readonly<Record<number, DoctorCode>> = {
  401: 'turn-refused',
  403: 'turn-refused',
  438: 'turn-refused',
  486: 'turn-full',
  508: 'turn-full',
};

/** Asks one server in one way for an address. */
export function checkIce({ name, server }: IceTrial, signal: AbortSignal): Promise<Finding> {
  const wanted = name === 'stun' ? 'srflx' : 'relay';
  const connection = new RTCPeerConnection({
    iceServers: [server],
    iceTransportPolicy: wanted === 'relay' ? 'relay' : 'all',
  });
  let code = blocked[name];
  let hasFailed = false;
  const finding = new Promise<Finding>(resolve => {
    signal.addEventListener('abort', () => resolve(failed(code)), { once: true });
    connection.addEventListener('icecandidateerror', ({ errorCode }) => {
      hasFailed = true;
      code = answered[errorCode] ?? code;
      // It was reached, and no other try will be answered otherwise.
      if (answered[errorCode]) resolve(failed(code, { errorCode }));
    });
    connection.addEventListener('icecandidate', ({ candidate }) => {
      if (candidate?.type === wanted) resolve(success());
    });
    connection.addEventListener('icegatheringstatechange', () => {
      if (connection.iceGatheringState !== 'complete') return;
      // Who is seen under an address of their own is told of no other; browsers that say nothing of failures leave it open.
      const isSameAddress = name === 'stun' && !hasFailed && 'onicecandidateerror' in connection;
      resolve(isSameAddress ? success() : failed(code));
    });
  });
  connection.createDataChannel('doctor');
  connection
    .createOffer()
    .then(offer => connection.setLocalDescription(offer))
    .catch(() => undefined);
  return finding.finally(() => connection.close());
}

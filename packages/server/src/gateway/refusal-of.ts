import { type Failure, failure, PROTOCOL_VERSION } from '@eyeline/protocol';
import type { Socket } from 'socket.io';
import { finesseOrigins } from '../settings/cisco/finesse-origins.ts';
import type { Config } from '../settings/config.ts';
import { customerRefusals } from '../settings/sentences/refusals.ts';
import type { Admitted } from './admission.ts';
import type { RefusedBecause } from './socket-counts.ts';

interface Refused {
  readonly refusal: Failure | null;
  /** What is counted; null where that is done. */
  readonly because: RefusedBecause | null;
}

/** Why this page may not connect; `data` of the browser's `connect_error`. */
export function refusalOf(
  { handshake }: Socket,
  { origins, finesse }: Config,
  admitted: Admitted | undefined,
): Refused {
  if (admitted?.refusal) return { refusal: admitted.refusal, because: null };
  if (handshake.auth['version'] !== PROTOCOL_VERSION)
    return { refusal: failure('version-mismatch'), because: 'version' };
  const { origin } = handshake.headers;
  // Where sites are named, desks in Cisco's desktop need not be named once more.
  if (origins && origin !== undefined && !origins.includes(origin) && !finesseOrigins(finesse).includes(origin))
    return {
      refusal: failure('not-allowed', customerRefusals.pageMayNotConnect),
      because: 'origin',
    };
  return { refusal: null, because: null };
}

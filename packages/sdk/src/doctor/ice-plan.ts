import type { CheckName, Ice } from '@eyeline/protocol';

/** One address of one server, to be tried by itself. */
export interface IceTrial {
  readonly name: CheckName & ('stun' | 'turn-udp' | 'turn-tcp' | 'turn-tls');
  /** The address. */
  readonly target: string;
  readonly server: RTCIceServer;
}

/** A page may open only so many connections, and nobody has more servers. */
const most = 8;

/** Each address by itself: what a browser makes of all together says nothing of those that it did not need. */
export function iceTrials({ iceServers }: Ice): readonly IceTrial[] {
  const trials = iceServers.flatMap(({ urls, username, credential }) =>
    [urls].flat().map(url => ({
      name: nameOf(url),
      target: url,
      server: {
        urls: url,
        ...(username === undefined ? {} : { username }),
        ...(credential === undefined ? {} : { credential }),
      },
    })),
  );
  return trials.slice(0, most);
}

function nameOf(url: string): IceTrial['name'] {
  if (/^stuns?:/i.test(url)) return 'stun';
  if (/^turns:/i.test(url)) return 'turn-tls';
  return /transport=tcp$/i.test(url) ? 'turn-tcp' : 'turn-udp';
}

import type { Ice } from '@eyeline/protocol';

/** The same as a browser takes it. */
export const rtcConfigurationOf = ({ iceServers, icePolicy }: Ice) => ({
  iceServers: iceServers.map(({ urls, username, credential }) => ({
    urls,
    ...(username === undefined ? {} : { username }),
    ...(credential === undefined ? {} : { credential }),
  })),
  iceTransportPolicy: icePolicy ?? 'all',
});

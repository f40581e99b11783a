import type { Fault } from '@eyeline/routing';
import type { Config } from '../config.ts';
import { configSentences } from '../sentences/config.ts';
import { isTurn, type SiteIceServer, urlsOf } from './ice-server.ts';

type IceConfig = Pick<Config, 'iceServers' | 'icePolicy' | 'entryPoints'>;

/** What a schema cannot see of the servers that help browsers to find each other. */
export function iceFaults({ iceServers, icePolicy, entryPoints }: IceConfig): readonly Fault[] {
  const faults = iceServers.flatMap((server, index) => serverFaults(server, `iceServers.${index}`));
  if (iceServers.some(server => urlsOf(server).some(isTurn))) return faults;
  // Nothing could be reached in any way.
  const policies = [
    { path: 'icePolicy', policy: icePolicy },
    ...entryPoints.map(({ icePolicy: policy }, index) => ({ path: `entryPoints.${index}.icePolicy`, policy })),
  ];
  for (const { path, policy } of policies)
    if (policy === 'relay') faults.push({ path, expected: configSentences.relayNeedsTurn, received: '"relay"' });
  return faults;
}

function serverFaults(server: SiteIceServer, path: string): readonly Fault[] {
  const { username, credential, secret } = server;
  const isRelay = urlsOf(server).some(isTurn);
  const isKnown = username !== undefined && credential !== undefined;
  if (secret !== undefined && (username !== undefined || credential !== undefined))
    return [{ path, expected: configSentences.oneCredential, received: configSentences.bothCredentials }];
  if (isRelay && secret === undefined && !isKnown)
    return [{ path, expected: configSentences.turnCredential, received: configSentences.noCredential }];
  if (!isRelay && secret !== undefined)
    return [{ path: `${path}.secret`, expected: configSentences.noSecret, received: configSentences.aSecret }];
  return [];
}

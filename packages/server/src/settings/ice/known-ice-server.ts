import { readSecret } from '../read-secret.ts';
import { StartupError } from '../startup-error.ts';
import type { SiteIceServer } from './ice-server.ts';

/** A server with its secrets at hand. */
export type KnownIceServer = Omit<SiteIceServer, 'credential' | 'secret'> & {
  readonly credential?: string | undefined;
  readonly secret?: string | undefined;
};

/**
 * Reads what the configuration points to.
 * @throws StartupError that names everything that is missing with its path
 */
export function knownIceServers(servers: readonly SiteIceServer[]): readonly KnownIceServer[] {
  const faults: string[] = [];
  const read = (source: SiteIceServer['credential'], path: string): string | undefined => {
    if (source === undefined || typeof source === 'string') return source;
    try {
      return readSecret(source, path);
    } catch (error) {
      if (!(error instanceof StartupError)) throw error;
      faults.push(error.message);
      return undefined;
    }
  };
  const known = servers.map((server, index) => ({
    ...server,
    credential: read(server.credential, `iceServers.${index}.credential`),
    secret: read(server.secret, `iceServers.${index}.secret`),
  }));
  if (faults.length > 0) throw new StartupError(faults.join('\n'));
  return known;
}

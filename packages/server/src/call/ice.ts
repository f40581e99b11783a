import type { EntryPointId, Ice } from '@eyeline/protocol';
import type { SettingsPort } from '../settings/settings.ts';
import { turnCredential } from './turn-credential.ts';

interface IceRequest {
  /** Null: of no entry point in particular. */
  readonly entryPointId: EntryPointId | null;
  /** Whom the credentials are for, and what for. */
  readonly name: string;
  readonly now: number;
  /** How long they let in at most. Default: as the site says. */
  readonly mostMs?: number;
}

/** With what one participant of one call finds a way to the others. No secret of the site is in it. */
export function iceFor(settings: SettingsPort, { entryPointId, name, now, mostMs = Infinity }: IceRequest): Ice {
  const own = entryPointId === null ? undefined : settings.siteEntryPoint(entryPointId)?.icePolicy;
  return {
    iceServers: settings.iceServers.map(({ urls, username, credential, secret, lifetimeMs }) => {
      if (secret === undefined) return { urls, username, credential };
      return { urls, ...turnCredential({ secret, name, expiresAt: now + Math.min(lifetimeMs, mostMs) }) };
    }),
    icePolicy: own ?? settings.config.icePolicy,
  };
}

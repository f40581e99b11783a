import type { EntryPoint, EntryPointId } from '@eyeline/protocol';
import { bareEntryPoint } from './applied-config.ts';
import type { Config, SiteEntryPoint } from './config.ts';
import { type KnownIceServer, knownIceServers } from './ice/known-ice-server.ts';

/** What others may know of the configuration. */
export interface SettingsPort {
  readonly config: Config;
  /** Those of the configuration, with their secrets. */
  readonly iceServers: readonly KnownIceServer[];
  siteEntryPoint(entryPointId: EntryPointId): SiteEntryPoint | undefined;
  /** What the site says of an entry point; a bare one for an interaction whose entry point was removed since. */
  entryPoint(entryPointId: EntryPointId): EntryPoint;
}

/** The configuration that counts now. */
export class Settings implements SettingsPort {
  #config: Config;
  #iceServers: readonly KnownIceServer[];

  /** @throws StartupError where a secret is missing */
  constructor(config: Config) {
    this.#config = config;
    this.#iceServers = knownIceServers(config.iceServers);
  }

  get config(): Config {
    return this.#config;
  }

  get iceServers(): readonly KnownIceServer[] {
    return this.#iceServers;
  }

  /** Another one counts from now on, with what it points to. Answers with what undoes it. */
  replace(config: Config, iceServers: readonly KnownIceServer[]): () => void {
    const before = { config: this.#config, iceServers: this.#iceServers };
    this.#config = config;
    this.#iceServers = iceServers;
    return () => {
      this.#config = before.config;
      this.#iceServers = before.iceServers;
    };
  }

  siteEntryPoint(entryPointId: EntryPointId): SiteEntryPoint | undefined {
    return this.#config.entryPoints.find(one => one.entryPointId === entryPointId);
  }

  entryPoint(entryPointId: EntryPointId): EntryPoint {
    return bareEntryPoint(entryPointId, this.siteEntryPoint(entryPointId), this.#config);
  }
}

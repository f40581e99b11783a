import type { EntryPoint, EntryPointId } from '@eyeline/protocol';
import { bareEntryPoint } from './applied-config.ts';
import type { Config, SiteEntryPoint } from './config.ts';

/** What others may know of the configuration. */
export interface SettingsPort {
  readonly config: Config;
  siteEntryPoint(entryPointId: EntryPointId): SiteEntryPoint | undefined;
  /** What the site says of an entry point; a bare one for an interaction whose entry point was removed since. */
  entryPoint(entryPointId: EntryPointId): EntryPoint;
}

/** The configuration that counts now. */
export class Settings implements SettingsPort {
  #config: Config;

  constructor(config: Config) {
    this.#config = config;
  }

  get config(): Config {
    return this.#config;
  }

  /** Another one counts from now on. Answers with what undoes it. */
  replace(config: Config): () => void {
    const before = this.#config;
    this.#config = config;
    return () => {
      this.#config = before;
    };
  }

  siteEntryPoint(entryPointId: EntryPointId): SiteEntryPoint | undefined {
    return this.#config.entryPoints.find(one => one.entryPointId === entryPointId);
  }

  entryPoint(entryPointId: EntryPointId): EntryPoint {
    return bareEntryPoint(entryPointId, this.siteEntryPoint(entryPointId));
  }
}

import type { AgentId } from '@eyeline/protocol';
import type { RoutingConfiguration } from '@eyeline/routing';
import type { SessionChange } from '../people/session-change.ts';
import { routingFor, voiceChannelsIn } from '../settings/applied-config.ts';
import type { SettingsPort } from '../settings/settings.ts';
import type { AccountProfile } from '../store/store.ts';

interface AppliedConfigurationOptions {
  readonly settings: SettingsPort;
  readonly accounts: ReadonlyMap<AgentId, AccountProfile>;
  /** These have a phone, all of them. */
  readonly watchVoiceChannels: (agentIds: readonly AgentId[]) => void;
}

/** The configuration that routing was told last. */
export class AppliedConfiguration {
  readonly #options: AppliedConfigurationOptions;
  #applied: RoutingConfiguration | null = null;

  constructor(options: AppliedConfigurationOptions) {
    this.#options = options;
  }

  /** Tells routing the configuration, unless it has it. Answers with what a person should know. */
  apply(change: SessionChange): readonly string[] {
    const { settings, accounts, watchVoiceChannels } = this.#options;
    const { configuration, notes } = routingFor(settings.config, accounts);
    if (JSON.stringify(configuration) === JSON.stringify(this.#applied)) return notes;
    const before = this.#applied;
    this.#applied = configuration;
    change.onUndo(() => {
      this.#applied = before;
    });
    change.route({ type: 'configuration.changed', configuration });
    change.afterCommit(() => watchVoiceChannels(voiceChannelsIn(configuration, accounts)));
    return notes;
  }
}

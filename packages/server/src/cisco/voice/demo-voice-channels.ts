import type { AgentId } from '@eyeline/protocol';
import * as v from 'valibot';
import type { VoiceHold, VoicePort, VoiceRelease, VoiceReport } from './voice-port.ts';

/** `talking`: with a caller. */
export const DemoVoiceState = v.picklist(['ready', 'not-ready', 'talking']);
export type DemoVoiceState = v.InferOutput<typeof DemoVoiceState>;

export interface DemoVoiceChannel {
  readonly agentId: AgentId;
  readonly state: DemoVoiceState;
  /** Why it is not ready; null otherwise. */
  readonly reason: string | null;
}

/** Phones that people set by hand, to see what routing does about them. They forget everything at the end. */
export class DemoVoiceChannels implements VoicePort {
  readonly #voiceChannels = new Map<AgentId, DemoVoiceChannel>();
  #notify: (report: VoiceReport) => void = () => {};

  start(notify: (report: VoiceReport) => void): void {
    this.#notify = notify;
  }

  /** A new phone is ready. */
  watch(agentIds: readonly AgentId[]): void {
    for (const agentId of agentIds) {
      if (!this.#voiceChannels.has(agentId))
        this.#voiceChannels.set(agentId, { agentId, state: 'ready', reason: null });
      this.#changed(agentId);
    }
  }

  of(agentId: AgentId): DemoVoiceChannel | undefined {
    return this.#voiceChannels.get(agentId);
  }

  /** As if the agent had pressed a key, or a caller had come. */
  set(agentId: AgentId, state: DemoVoiceState, reason: string | null): void {
    this.#voiceChannels.set(agentId, { agentId, state, reason: state === 'not-ready' ? reason : null });
    this.#changed(agentId);
  }

  hold({ agentId, offerId, reason }: VoiceHold): void {
    const voiceChannel = this.#voiceChannels.get(agentId);
    const isHeld = voiceChannel?.state === 'not-ready' && voiceChannel.reason === reason;
    if (voiceChannel?.state !== 'ready' && !isHeld) {
      this.#notify({ type: 'voice.refused', agentId, offerId });
      return;
    }
    this.#voiceChannels.set(agentId, { agentId, state: 'not-ready', reason });
    this.#notify({ type: 'voice.held', agentId, offerId });
  }

  release({ agentId, reasons }: VoiceRelease): void {
    const voiceChannel = this.#voiceChannels.get(agentId);
    if (voiceChannel?.state !== 'not-ready' || voiceChannel.reason === null || !reasons.includes(voiceChannel.reason)) {
      this.#changed(agentId);
      return;
    }
    this.#voiceChannels.set(agentId, { agentId, state: 'ready', reason: null });
    this.#notify({ type: 'voice.released', agentId });
  }

  close(): void {}

  #changed(agentId: AgentId): void {
    const voiceChannel = this.#voiceChannels.get(agentId);
    // A phone of which nothing is known is not ready for anything.
    const { state, reason } = voiceChannel ?? { state: 'not-ready', reason: null };
    this.#notify({ type: 'voice.changed', agentId, state: state === 'talking' ? 'busy' : state, reason });
  }
}

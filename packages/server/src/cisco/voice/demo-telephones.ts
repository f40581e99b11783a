import type { AgentId } from '@eyeline/protocol';
import * as v from 'valibot';
import type { VoicePort, VoiceRelease, VoiceReservation, VoiceTold } from './voice-port.ts';

/** `talking`: with a caller. */
export const DemoVoiceState = v.picklist(['ready', 'not-ready', 'talking']);
export type DemoVoiceState = v.InferOutput<typeof DemoVoiceState>;

export interface DemoTelephone {
  readonly agentId: AgentId;
  readonly state: DemoVoiceState;
  /** Why it is not ready; null otherwise. */
  readonly reason: string | null;
}

/** Telephones that people set by hand, to see what routing does about them. They forget everything at the end. */
export class DemoTelephones implements VoicePort {
  readonly #telephones = new Map<AgentId, DemoTelephone>();
  #tell: (told: VoiceTold) => void = () => {};

  start(tell: (told: VoiceTold) => void): void {
    this.#tell = tell;
  }

  /** A new telephone is ready. */
  watch(agentIds: readonly AgentId[]): void {
    for (const agentId of agentIds) {
      if (!this.#telephones.has(agentId)) this.#telephones.set(agentId, { agentId, state: 'ready', reason: null });
      this.#changed(agentId);
    }
  }

  of(agentId: AgentId): DemoTelephone | undefined {
    return this.#telephones.get(agentId);
  }

  /** As if the agent had pressed a key, or a caller had come. */
  set(agentId: AgentId, state: DemoVoiceState, reason: string | null): void {
    this.#telephones.set(agentId, { agentId, state, reason: state === 'not-ready' ? reason : null });
    this.#changed(agentId);
  }

  reserve({ agentId, offerId, reason }: VoiceReservation): void {
    const telephone = this.#telephones.get(agentId);
    const isReserved = telephone?.state === 'not-ready' && telephone.reason === reason;
    if (telephone?.state !== 'ready' && !isReserved) {
      this.#tell({ type: 'voice.refused', agentId, offerId });
      return;
    }
    this.#telephones.set(agentId, { agentId, state: 'not-ready', reason });
    this.#tell({ type: 'voice.reserved', agentId, offerId });
  }

  release({ agentId, reasons }: VoiceRelease): void {
    const telephone = this.#telephones.get(agentId);
    if (telephone?.state !== 'not-ready' || telephone.reason === null || !reasons.includes(telephone.reason)) {
      this.#changed(agentId);
      return;
    }
    this.#telephones.set(agentId, { agentId, state: 'ready', reason: null });
    this.#tell({ type: 'voice.released', agentId });
  }

  close(): void {}

  #changed(agentId: AgentId): void {
    const telephone = this.#telephones.get(agentId);
    // A telephone of which nothing is known is not ready for anything.
    const { state, reason } = telephone ?? { state: 'not-ready', reason: null };
    this.#tell({ type: 'voice.changed', agentId, state: state === 'talking' ? 'busy' : state, reason });
  }
}

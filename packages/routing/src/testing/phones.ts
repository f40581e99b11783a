import type { AgentId } from '@eyeline/protocol';
import type { RoutingEffect } from '../effect.ts';
import type { VoiceInput } from '../input.ts';

type VoiceWish = Extract<RoutingEffect, { type: 'voice.reserve' | 'voice.release' }>;

interface Phone {
  state: 'ready' | 'not-ready' | 'busy';
  reason: string | null;
  readonly wishes: VoiceWish[];
}

/** A telephone system that does what it is told, late or never, and whose agents have hands of their own. */
export class Phones {
  readonly #phones = new Map<AgentId, Phone>();

  constructor(agentIds: readonly AgentId[]) {
    for (const agentId of agentIds) this.#phones.set(agentId, { state: 'ready', reason: null, wishes: [] });
  }

  hear(effects: readonly RoutingEffect[]): void {
    for (const effect of effects)
      if (effect.type === 'voice.reserve' || effect.type === 'voice.release')
        this.#phones.get(effect.agentId)?.wishes.push(effect);
  }

  /** Does the oldest thing that this telephone was told to do; what it answers is undefined if nothing was. */
  act(agentId: AgentId): VoiceInput | undefined {
    const phone = this.#phones.get(agentId);
    const wish = phone?.wishes.shift();
    if (!phone || !wish) return undefined;
    if (wish.type === 'voice.reserve') {
      const { offerId } = wish;
      if (phone.state !== 'ready') return { type: 'voice.refused', agentId, offerId };
      phone.state = 'not-ready';
      phone.reason = wish.reason;
      return { type: 'voice.reserved', agentId, offerId };
    }
    if (phone.state !== 'not-ready' || phone.reason === null || !wish.reasons.includes(phone.reason))
      return this.report(agentId);
    phone.state = 'ready';
    phone.reason = null;
    return { type: 'voice.released', agentId };
  }

  /** The agent or a call changes it. */
  set(agentId: AgentId, state: Phone['state']): VoiceInput | undefined {
    const phone = this.#phones.get(agentId);
    if (!phone) return undefined;
    phone.state = state;
    phone.reason = state === 'not-ready' ? 'lunch' : null;
    return this.report(agentId);
  }

  report(agentId: AgentId): VoiceInput | undefined {
    const phone = this.#phones.get(agentId);
    return phone && { type: 'voice.changed', agentId, state: phone.state, reason: phone.reason };
  }

  /** What was said and not done is lost. */
  crash(): void {
    for (const { wishes } of this.#phones.values()) wishes.length = 0;
  }

  isIdle(agentId: AgentId): boolean {
    return (this.#phones.get(agentId)?.wishes.length ?? 0) === 0;
  }

  /** Telephones that are off voice for us. */
  held(): AgentId[] {
    return [...this.#phones].filter(([, { reason }]) => reason?.startsWith('on-')).map(([agentId]) => agentId);
  }

  get agentIds(): readonly AgentId[] {
    return [...this.#phones.keys()];
  }
}

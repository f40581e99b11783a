import type { AgentId } from '@eyeline/protocol';
import type { RoutingEffect } from '../effect.ts';
import type { VoiceInput } from '../input.ts';

type VoiceCommand = Extract<RoutingEffect, { type: 'voice.hold' | 'voice.release' }>;

interface Phone {
  state: 'ready' | 'not-ready' | 'busy';
  reason: string | null;
  readonly commands: VoiceCommand[];
}

/** A phone system that does what it is told, late or never, and whose agents have hands of their own. */
export class Phones {
  readonly #phones = new Map<AgentId, Phone>();

  constructor(agentIds: readonly AgentId[]) {
    for (const agentId of agentIds) this.#phones.set(agentId, { state: 'ready', reason: null, commands: [] });
  }

  receive(effects: readonly RoutingEffect[]): void {
    for (const effect of effects)
      if (effect.type === 'voice.hold' || effect.type === 'voice.release')
        this.#phones.get(effect.agentId)?.commands.push(effect);
  }

  /** Does the oldest thing that this phone was told to do; what it answers is undefined if nothing was. */
  act(agentId: AgentId): VoiceInput | undefined {
    const phone = this.#phones.get(agentId);
    const command = phone?.commands.shift();
    if (!phone || !command) return undefined;
    if (command.type === 'voice.hold') {
      const { offerId } = command;
      if (phone.state !== 'ready') return { type: 'voice.refused', agentId, offerId };
      phone.state = 'not-ready';
      phone.reason = command.reason;
      return { type: 'voice.held', agentId, offerId };
    }
    if (phone.state !== 'not-ready' || phone.reason === null || !command.reasons.includes(phone.reason))
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
    for (const { commands } of this.#phones.values()) commands.length = 0;
  }

  isIdle(agentId: AgentId): boolean {
    return (this.#phones.get(agentId)?.commands.length ?? 0) === 0;
  }

  /** Phones that are off voice for us. */
  held(): AgentId[] {
    return [...this.#phones].filter(([, { reason }]) => reason?.startsWith('on-')).map(([agentId]) => agentId);
  }

  get agentIds(): readonly AgentId[] {
    return [...this.#phones.keys()];
  }
}

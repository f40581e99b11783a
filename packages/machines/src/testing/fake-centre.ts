import {
  applyFact,
  done,
  emptyInteraction,
  type Fact,
  type Interaction,
  type MediaPath,
  type NewFact,
  type ParticipantId,
  type Reply,
  refused,
  type WireEvent,
  type Wish,
} from '@eyeline/protocol';
import { agentSeat, customerId, entryPointId, interactionId, taskId } from './ids.ts';

/** What the server tells, and to whom. */
export interface Told {
  readonly to: ParticipantId;
  readonly event: WireEvent;
}

/** A conversation's server as a value: one log, each command carried out once, no time and no chance. */
export class FakeCentre {
  readonly facts: Fact[] = [];
  readonly #answers = new Map<string, Reply<unknown>>();
  readonly #media: MediaPath;
  #told: Told[] = [];

  constructor(media: MediaPath = 'p2p') {
    this.#media = media;
    this.append({ type: 'interaction.opened', entryPointId, taskId, form: { name: 'Ada' } });
    this.append({ type: 'participant.joined', participantId: customerId, role: 'customer', name: 'Ada' });
    this.append({ type: 'participant.joined', participantId: agentSeat, role: 'agent', name: 'Anna' });
    this.#told = [];
  }

  get interaction(): Interaction {
    return this.facts.reduce(applyFact, emptyInteraction);
  }

  get entryPoint() {
    return {
      entryPointId,
      title: 'Support',
      greeting: '',
      form: [],
      nameField: 'name',
      video: true,
      media: this.#media,
    };
  }

  append(fact: NewFact): void {
    const seq = this.facts.length + 1;
    const logged: Fact = { ...fact, interactionId, seq, at: seq * 1000 };
    this.facts.push(logged);
    for (const to of [customerId, agentSeat]) this.#told.push({ to, event: logged });
  }

  /** What there is to tell since the last time. */
  takeTold(): Told[] {
    const told = this.#told;
    this.#told = [];
    return told;
  }

  ask(from: ParticipantId, wish: Wish): Reply<unknown> {
    if (!('commandId' in wish)) return this.#carryOut(from, wish);
    const known = this.#answers.get(wish.commandId);
    if (known) return known;
    const reply = this.#carryOut(from, wish);
    // A refusal is no result: nothing happened, and the same wish may be possible later.
    if (reply.ok) this.#answers.set(wish.commandId, reply);
    return reply;
  }

  #carryOut(participantId: ParticipantId, wish: Wish): Reply<unknown> {
    switch (wish.type) {
      case 'interaction.catch-up':
        return done({
          facts: this.facts.filter(fact => fact.seq > wish.afterSeq),
          entryPoint: this.entryPoint,
          position: null,
        });
      case 'message.mark-delivered':
        if (!this.interaction.closed)
          this.append({ type: 'message.delivered', participantId, throughSeq: wish.throughSeq });
        return done({});
      case 'typing.set': {
        const to = participantId === customerId ? agentSeat : customerId;
        this.#told.push({ to, event: { type: 'typing.changed', interactionId, participantId, typing: wish.typing } });
        return done({});
      }
      case 'interaction.end':
        if (!this.interaction.closed)
          this.append({ type: 'interaction.closed', participantId, disposition: 'handled' });
        return done({});
      case 'message.send':
        if (this.interaction.closed) return refused('interaction-closed');
        this.append({ type: 'message.sent', participantId, messageId: wish.commandId, text: wish.text });
        return done({ seq: this.facts.length, at: this.facts.length * 1000 });
      case 'call.propose':
      case 'call.accept':
      case 'call.decline':
      case 'call.end':
        return this.#call(participantId, wish);
      default:
        return refused('unknown-command');
    }
  }

  #call(
    participantId: ParticipantId,
    wish: Wish<'call.propose' | 'call.accept' | 'call.decline' | 'call.end'>,
  ): Reply<unknown> {
    const { callId } = wish;
    const { closed, call } = this.interaction;
    if (closed) return refused('interaction-closed');
    if (wish.type === 'call.propose') {
      if (call) return refused('call-in-progress');
      this.append({ type: 'call.proposed', callId, participantId, media: this.#media });
      return done({ iceServers: [] });
    }
    if (call?.callId !== callId) return refused('call-gone');
    if (wish.type === 'call.end') this.append({ type: 'call.ended', callId, participantId, reason: wish.reason });
    else if (call.state !== 'proposed' || call.proposerId === participantId) return refused('call-gone');
    else this.append({ type: wish.type === 'call.accept' ? 'call.accepted' : 'call.declined', callId, participantId });
    return done({ iceServers: [] });
  }
}

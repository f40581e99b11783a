import {
  applyFact,
  type Command,
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
} from '@eyeline/protocol';
import { agentParticipantId, customerId, entryPointId, interactionId, taskId } from './ids.ts';

/** What the server tells, and to whom. */
export interface Notice {
  readonly to: ParticipantId;
  readonly event: WireEvent;
}

/** A conversation's server as a value: one log, each command carried out once, no time and no chance. */
export class FakeCentre {
  readonly facts: Fact[] = [];
  readonly #answers = new Map<string, Reply<unknown>>();
  readonly #media: MediaPath;
  #notices: Notice[] = [];

  constructor(media: MediaPath = 'p2p') {
    this.#media = media;
    this.append({ type: 'interaction.opened', entryPointId, taskId, form: { name: 'Ada' }, domain: 'chat' });
    this.append({ type: 'participant.joined', participantId: customerId, role: 'customer', name: 'Ada' });
    this.append({ type: 'participant.joined', participantId: agentParticipantId, role: 'agent', name: 'Anna' });
    this.#notices = [];
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

  /** What an entry point that is open answers. */
  get arrival() {
    return { entryPoint: this.entryPoint, availability: { fallback: null, wait: null } };
  }

  append(fact: NewFact): void {
    const seq = this.facts.length + 1;
    const logged: Fact = { ...fact, interactionId, seq, at: seq * 1000 };
    this.facts.push(logged);
    for (const to of [customerId, agentParticipantId]) this.#notices.push({ to, event: logged });
  }

  /** What there is to tell since the last time. */
  takeNotices(): Notice[] {
    const notices = this.#notices;
    this.#notices = [];
    return notices;
  }

  ask(from: ParticipantId, command: Command): Reply<unknown> {
    if (!('commandId' in command)) return this.#carryOut(from, command);
    const known = this.#answers.get(command.commandId);
    if (known) return known;
    const reply = this.#carryOut(from, command);
    // A refusal is no result: nothing happened, and the same command may be possible later.
    if (reply.ok) this.#answers.set(command.commandId, reply);
    return reply;
  }

  #carryOut(participantId: ParticipantId, command: Command): Reply<unknown> {
    switch (command.type) {
      case 'interaction.catch-up':
        return done({
          facts: this.facts.filter(fact => fact.seq > command.afterSeq),
          entryPoint: this.entryPoint,
          position: null,
          wait: null,
          fallback: null,
        });
      case 'message.mark-delivered':
        if (!this.interaction.closed)
          this.append({ type: 'message.delivered', participantId, throughSeq: command.throughSeq });
        return done({});
      case 'typing.set': {
        const to = participantId === customerId ? agentParticipantId : customerId;
        this.#notices.push({
          to,
          event: { type: 'typing.changed', interactionId, participantId, typing: command.typing },
        });
        return done({});
      }
      case 'interaction.end':
        if (!this.interaction.closed)
          this.append({ type: 'interaction.closed', participantId, disposition: 'handled' });
        return done({});
      case 'fallback.take':
        if (command.step === 'callback')
          this.append({ type: 'callback.scheduled', participantId, from: 1, until: 2, zone: 'Europe/Berlin' });
        this.#notices.push({ to: participantId, event: { type: 'fallback.changed', interactionId, fallback: null } });
        return done({});
      case 'message.send':
        if (this.interaction.closed) return refused('interaction-closed');
        this.append({ type: 'message.sent', participantId, messageId: command.commandId, text: command.text });
        return done({ seq: this.facts.length, at: this.facts.length * 1000 });
      case 'call.propose':
      case 'call.accept':
      case 'call.decline':
      case 'call.end':
        return this.#call(participantId, command);
      default:
        return refused('unknown-command');
    }
  }

  #call(
    participantId: ParticipantId,
    command: Command<'call.propose' | 'call.accept' | 'call.decline' | 'call.end'>,
  ): Reply<unknown> {
    const { callId } = command;
    const { closed, call } = this.interaction;
    if (closed) return refused('interaction-closed');
    if (command.type === 'call.propose') {
      if (call) return refused('call-in-progress');
      this.append({ type: 'call.proposed', callId, participantId, media: this.#media });
      return done({ iceServers: [] });
    }
    if (call?.callId !== callId) return refused('call-gone');
    if (command.type === 'call.end') this.append({ type: 'call.ended', callId, participantId, reason: command.reason });
    else if (call.state !== 'proposed' || call.proposerId === participantId) return refused('call-gone');
    else
      this.append({ type: command.type === 'call.accept' ? 'call.accepted' : 'call.declined', callId, participantId });
    return done({ iceServers: [] });
  }
}

import {
  applyFact,
  type Command,
  done,
  type Escalation,
  emptyInteraction,
  type Fact,
  type Interaction,
  type MediaPath,
  type NewFact,
  noEscalation,
  type ParticipantId,
  type Reply,
  refused,
  type TaskId,
  type WireEvent,
} from '@eyeline/protocol';
import { FakeCalls, type FakePage, isCallCommand } from './fake-calls.ts';
import { agentParticipantId, customerId, entryPointId, interactionId, nextAgentId, taskId } from './ids.ts';

/** What the server tells, and to whom. */
export interface Notice {
  readonly to: ParticipantId;
  /** Only that one; left out: every page of theirs. */
  readonly page?: FakePage | undefined;
  readonly event: WireEvent;
}

/** What an entry point allows that leaves everything open. */
export const everything: Escalation = {
  ...noEscalation,
  kinds: ['two-way', 'one-way', 'voice', 'companion'],
  obstacle: null,
  answers: ['accept', 'one-way', 'decline', 'later'],
};

/** A conversation's server as a value: one log, each command carried out once, no time and no chance. */
export class FakeCentre {
  readonly facts: Fact[] = [];
  readonly calls: FakeCalls;
  readonly #answers = new Map<string, Reply<unknown>>();
  readonly #media: MediaPath;
  #interaction: Interaction = emptyInteraction;
  readonly #onlyPages = new Map<ParticipantId, FakePage>();
  #notices: Notice[] = [];

  constructor(media: MediaPath = 'p2p') {
    this.#media = media;
    this.calls = new FakeCalls(media, this);
    this.append({ type: 'interaction.opened', entryPointId, taskId, form: { name: 'Ada' }, domain: 'chat' });
    this.append({ type: 'participant.joined', participantId: customerId, role: 'customer', name: 'Ada' });
    this.append({ type: 'participant.joined', participantId: agentParticipantId, role: 'agent', name: 'Anna' });
    this.#notices = [];
  }

  get interaction(): Interaction {
    return this.#interaction;
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
      modes: ['chat' as const],
    };
  }

  /** What an entry point that is open answers. */
  get arrival() {
    return { entryPoint: this.entryPoint, availability: { fallback: null, modes: [], wait: null } };
  }

  append(fact: NewFact): void {
    const seq = this.facts.length + 1;
    const logged: Fact = { ...fact, interactionId, seq, at: seq * 1000 };
    this.facts.push(logged);
    // Whoever has left is told that, and nothing after it.
    const left = this.#interaction.participants.filter(({ presence }) => presence === 'left');
    this.#interaction = applyFact(this.#interaction, logged);
    for (const to of [customerId, agentParticipantId, nextAgentId])
      if (left.every(({ participantId }) => participantId !== to)) this.tell(to, logged);
  }

  tell(to: ParticipantId, event: WireEvent, page?: FakePage): void {
    this.#notices.push({ to, event, page });
  }

  /** To another agent, who has it at once; the call stays up for the customer. */
  handOver(): void {
    const { participants, closed, call } = this.#interaction;
    if (closed || participants.some(({ participantId }) => participantId === nextAgentId)) return;
    if (call?.state === 'proposed') this.calls.end(agentParticipantId, 'withdrawn');
    this.append({ type: 'participant.left', participantId: agentParticipantId });
    const next = 'task-2' as TaskId;
    this.append({ type: 'task.transferred', participantId: agentParticipantId, taskId: next, to: 'Ben' });
    this.append({ type: 'participant.joined', participantId: nextAgentId, role: 'agent', name: 'Ben' });
  }

  /** What somebody asks for who catches up. */
  standing(participantId: ParticipantId, afterSeq: number) {
    const left = this.facts.findLast(fact => fact.type === 'participant.left' && fact.participantId === participantId);
    const readable = left?.seq ?? Number.POSITIVE_INFINITY;
    return {
      facts: this.facts.filter(fact => fact.seq > afterSeq && fact.seq <= readable),
      entryPoint: this.entryPoint,
      position: null,
      wait: null,
      fallback: null,
      escalation: everything,
    };
  }

  /** What there is to tell since the last time. */
  takeNotices(): Notice[] {
    const notices = this.#notices;
    this.#notices = [];
    return notices;
  }

  /** `page`: where somebody has more than one. */
  ask(from: ParticipantId, command: Command, page: FakePage = this.#onlyPageOf(from)): Reply<unknown> {
    if (!('commandId' in command)) return this.#carryOut(from, command, page);
    const known = this.#answers.get(command.commandId);
    if (known) return isCallCommand(command) ? this.calls.again(from, command, known, page) : known;
    const reply = this.#carryOut(from, command, page);
    // A refusal is no result: nothing happened, and the same command may be possible later.
    if (reply.ok) this.#answers.set(command.commandId, reply);
    return reply;
  }

  #onlyPageOf(participantId: ParticipantId): FakePage {
    const page = this.#onlyPages.get(participantId) ?? {};
    this.#onlyPages.set(participantId, page);
    return page;
  }

  #carryOut(participantId: ParticipantId, command: Command, page: FakePage): Reply<unknown> {
    const left = this.interaction.participants.some(
      one => one.participantId === participantId && one.presence === 'left',
    );
    if (left && command.type !== 'interaction.catch-up') return refused('not-allowed');
    if (isCallCommand(command)) return this.calls.ask(participantId, command, page);
    switch (command.type) {
      case 'interaction.catch-up':
        return done(this.standing(participantId, command.afterSeq));
      case 'message.mark-delivered':
        if (!this.interaction.closed)
          this.append({ type: 'message.delivered', participantId, throughSeq: command.throughSeq });
        return done({});
      case 'message.mark-read':
        this.append({ type: 'message.read', participantId, throughSeq: command.throughSeq });
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
        if (!this.interaction.closed) {
          this.calls.end(participantId, this.interaction.call?.state === 'active' ? 'hung-up' : 'withdrawn');
          this.append({ type: 'interaction.closed', participantId, disposition: 'handled' });
        }
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
      default:
        return refused('unknown-command');
    }
  }
}

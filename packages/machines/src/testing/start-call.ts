import {
  applyFact,
  type CallId,
  type CallKind,
  type Command,
  type CommandName,
  type Escalation,
  emptyInteraction,
  type FailureCode,
  failure,
  type Ice,
  type MediaPath,
  type NewFact,
  noSources,
  type ParticipantId,
  type Role,
  type Sources,
} from '@eyeline/protocol';
import type { CallEvent } from '../call-context.ts';
import type { CallActor } from '../call-machine.ts';
import { standingOf } from '../conversation-context.ts';
import type { Commanded } from '../signaling.ts';
import { everything } from './fake-centre.ts';
import { FakePorts } from './fake-ports.ts';
import { agentParticipantId, callId, countingIds, customerId, entryPointId, interactionId, taskId } from './ids.ts';
import { outcomeOf } from './outcome-of.ts';
import { startChild } from './start-child.ts';

export const ours = callId('own-call-1');
export const theirs = callId('a-call-1');
export const both: Sources = { ...noSources, camera: 'on', microphone: 'on' };

const served: readonly NewFact[] = [
  { type: 'interaction.opened', entryPointId, taskId, form: {}, domain: 'chat' },
  { type: 'participant.joined', participantId: customerId, role: 'customer', name: 'Ada' },
  { type: 'participant.joined', participantId: agentParticipantId, role: 'agent', name: 'Anna' },
];

/** One side of a call; the test is the log, the server and the others. `before`: what the log says when this page begins. */
export function startCall(role: Role = 'customer', before: readonly NewFact[] = []) {
  const ports = new FakePorts();
  const participantId = role === 'customer' ? customerId : agentParticipantId;
  let interaction = emptyInteraction;
  let escalation: Escalation = role === 'customer' ? everything : { ...everything, camera: true };
  let online = true;
  const append = (facts: readonly NewFact[]) => {
    for (const fact of facts) {
      const seq = interaction.lastSeq + 1;
      interaction = applyFact(interaction, { ...fact, interactionId, seq, at: seq * 1000 });
    }
  };
  append([...served, ...before]);
  const standing = () => standingOf({ interaction, escalation, online, participantId });
  const input = { interactionId, participantId, role, ids: countingIds('own'), standing: standing() };
  const { child, reports, stop } = startChild(ports.call, input);
  const call = child as CallActor;
  const send = (event: CallEvent) => call.send(event);
  const tell = () => send({ type: 'call.standing', ...standing() });
  const commands = () =>
    reports.filter((event): event is Commanded => event.type === 'commanded').map(({ command }) => command);
  const asked = (name: CommandName): Command => {
    const command = commands().findLast(({ type }) => type === name);
    if (!command) throw new Error(`${name} was not asked`);
    return command;
  };
  return {
    ports,
    participantId,
    stop,
    send,
    commands,
    types: () => commands().map(({ type }) => type),
    state: () => call.getSnapshot().value,
    snapshot: () => call.getSnapshot(),
    interaction: () => interaction,
    context: () => call.getSnapshot().context,
    isOver: () => call.getSnapshot().status === 'stopped',
    call: () => interaction.call,
    /** The log goes on; the call is told how things stand after all of it. */
    log: (...facts: readonly NewFact[]) => {
      append(facts);
      tell();
    },
    setOnline: (to: boolean) => {
      online = to;
      tell();
    },
    allow: (policy: Partial<Escalation>) => {
      escalation = { ...escalation, ...policy };
      tell();
    },
    /** The server carries out what was asked last under this name, or refuses it. */
    carryOut: (name: CommandName) => send(outcomeOf(asked(name), { ok: true, value: ice }) as unknown as CallEvent),
    refuse: (name: CommandName, code: FailureCode) =>
      send(outcomeOf(asked(name), { ok: false, error: failure(code) }) as unknown as CallEvent),
  };
}

export type Side = ReturnType<typeof startCall>;

export const ice: Ice = { iceServers: [{ urls: 'stun:stun.example' }], icePolicy: 'relay' };

interface Proposal {
  readonly kind?: CallKind;
  readonly media?: MediaPath;
  readonly sources?: Sources;
}

export const proposed = (
  participantId: ParticipantId,
  id: CallId,
  { kind = 'two-way', media = 'p2p', sources = both }: Proposal = {},
): NewFact => ({ type: 'call.proposed', callId: id, participantId, kind, media, sources });
export const accepted = (
  participantId: ParticipantId,
  id: CallId,
  { kind, sources = both }: Proposal = {},
): NewFact => ({ type: 'call.accepted', callId: id, participantId, sources, ...(kind && { kind }) });
export const declined = (id: CallId, later?: boolean): NewFact => ({
  ...{ type: 'call.declined', callId: id, participantId: agentParticipantId },
  ...(later && { later }),
});
export const ended = (id: CallId): NewFact => ({
  type: 'call.ended',
  callId: id,
  participantId: agentParticipantId,
  reason: 'hung-up',
});
export const switched = (participantId: ParticipantId, id: CallId, sources: Partial<Sources>): NewFact => ({
  ...{ type: 'call.switched', callId: id, participantId },
  sources: { ...both, ...sources },
});
export const held = (id: CallId, isHeld: boolean): NewFact => ({
  ...{ type: 'call.held', callId: id, participantId: agentParticipantId, held: isHeld },
});
export const renewed = (id: CallId, epoch: number, participantId: ParticipantId | null = null): NewFact => ({
  ...{ type: 'call.renewed', callId: id, participantId, epoch, media: 'p2p' },
  reason: participantId ? 'rejoined' : 'lost',
  ...(participantId && { sources: both }),
});
export const signal = (id: CallId, epoch = 1): CallEvent => ({
  type: 'call.signalled',
  ...{ interactionId, callId: id, epoch, participantId: agentParticipantId },
  signal: { type: 'offer', sdp: 'v=0' },
});

/** This side asks for a call; its devices are given. */
export function propose(side: Side, kind: CallKind = 'two-way'): void {
  side.send({ type: 'start', kind, picture: 'camera' });
  side.ports.devices.last.give();
}

/** This side asks for a call, and the other side says yes. */
export function getAccepted(side: Side, kind: CallKind = 'two-way'): void {
  propose(side, kind);
  const other = side.participantId === customerId ? agentParticipantId : customerId;
  side.log(proposed(side.participantId, ours, { kind }));
  side.carryOut('call.propose');
  side.log(accepted(other, ours));
}

/** The agent asks the customer, who says yes. */
export function accept(side: Side, proposal: Proposal = {}): void {
  side.log(proposed(agentParticipantId, theirs, proposal));
  side.send({ type: 'accept', picture: 'camera' });
  side.ports.devices.last.give();
  side.carryOut('call.accept');
  side.log(accepted(customerId, theirs));
}

/** In a call of this page whose media flows. */
export function startLiveCall(role: Role = 'customer', kind: CallKind = 'two-way'): Side {
  const side = startCall(role);
  getAccepted(side, kind);
  side.ports.path('live');
  return side;
}

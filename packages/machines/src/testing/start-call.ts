import { type CallId, type Command, failure, type Ice, type MediaPath, type ParticipantId } from '@eyeline/protocol';
import type { CallEvent } from '../call-context.ts';
import type { CallActor } from '../call-machine.ts';
import type { Commanded } from '../signaling.ts';
import { FakePorts, startChild } from './fake-ports.ts';
import { agentParticipantId, callId, commandId, countingIds, customerId, interactionId } from './ids.ts';

/** The customer's side of a call, with the agent's words put into its ear. */
export function startCall() {
  const ports = new FakePorts();
  const input = { interactionId, participantId: customerId, ids: countingIds('c') };
  const { child, reports, stop } = startChild(ports.call, input);
  const call = child as CallActor;
  return {
    ports,
    call,
    stop,
    send: (event: CallEvent) => call.send(event),
    commands: (): Command[] =>
      reports.filter((event): event is Commanded => event.type === 'commanded').map(({ command }) => command),
    state: () => call.getSnapshot().value,
    context: () => call.getSnapshot().context,
  };
}

let seq = 0;
export const placed = () => {
  seq += 1;
  return { interactionId, seq, at: seq };
};
export const ours = callId('c-call-1');
export const theirs = callId('a-call-1');
export const proposed = (by: ParticipantId, id: CallId, media: MediaPath = 'p2p'): CallEvent => ({
  type: 'call.proposed',
  ...placed(),
  participantId: by,
  callId: id,
  media,
});
export const accepted = (by: ParticipantId, id: CallId): CallEvent => ({
  type: 'call.accepted',
  ...placed(),
  participantId: by,
  callId: id,
});
export const declined = (id: CallId): CallEvent => ({
  type: 'call.declined',
  ...placed(),
  participantId: agentParticipantId,
  callId: id,
});
export const ended = (id: CallId): CallEvent => ({
  type: 'call.ended',
  ...placed(),
  participantId: agentParticipantId,
  callId: id,
  reason: 'hung-up',
});
export const once = { commandId: commandId('any'), interactionId };
export const ice: Ice = { iceServers: [{ urls: 'stun:stun.example' }], icePolicy: 'relay' };
export const done = (name: 'call.propose' | 'call.accept', id: CallId): CallEvent =>
  name === 'call.propose'
    ? { type: 'done.call.propose', command: { type: name, ...once, callId: id }, value: ice }
    : { type: 'done.call.accept', command: { type: name, ...once, callId: id }, value: ice };
export const busy = (id: CallId): CallEvent => ({
  type: 'failed.call.propose',
  command: { type: 'call.propose', ...once, callId: id },
  error: failure('call-in-progress'),
});
export const offerSignal = (id: CallId): CallEvent => ({
  type: 'call.signalled',
  interactionId,
  callId: id,
  participantId: agentParticipantId,
  signal: { type: 'offer', sdp: 'v=0' },
});

export type Side = ReturnType<typeof startCall>;

export async function propose(side: Side): Promise<void> {
  side.send({ type: 'start-video', picture: 'camera' });
  await side.ports.captures.at(-1)?.give();
}
export async function accept(side: Side): Promise<void> {
  side.send(proposed(agentParticipantId, theirs));
  side.send({ type: 'accept', picture: 'camera' });
  await side.ports.captures.at(-1)?.give();
  side.send(done('call.accept', theirs));
}

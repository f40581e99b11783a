import {
  bothOn,
  type Call,
  type CallId,
  type Escalation,
  type Fact,
  failure,
  type Interaction,
  type Leg,
  noEscalation,
  type ParticipantId,
  type WireEvent,
} from '@eyeline/protocol';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { AgentContext } from './agent-context.ts';
import { agentMachine } from './agent-machine.ts';
import type { CallContext, CallStanding } from './call-context.ts';
import { callMachine } from './call-machine.ts';
import type { ConversationContext } from './conversation-context.ts';
import { conversationMachine } from './conversation-machine.ts';
import { type CustomerContext, customerMachine } from './customer-machine.ts';
import { deviceFailure } from './device-failure.ts';
import type { DevicesContext } from './devices-context.ts';
import { devicesMachine } from './devices-machine.ts';
import { noTracks } from './media-handle.ts';
import {
  agentParticipantId,
  callId,
  commandId,
  customerId,
  entryPointId,
  interactionId,
  taskId,
} from './testing/ids.ts';
import { mapOf, type WalkOptions, walk } from './testing/walk.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

const ids = { commandId: () => commandId('command'), callId: () => callId('held') };
const entryPoint = {
  entryPointId,
  title: '',
  greeting: '',
  form: [],
  nameField: 'name',
  video: true,
  media: 'p2p',
  modes: ['chat'],
};
const theirCall = callId('theirs');
const once = { commandId: commandId('command'), interactionId };
const connections = [
  ...['connection.opened', 'connection.lost'].map(type => ({ type })),
  { type: 'connection.waiting', error: failure('starting') },
  { type: 'connection.refused', error: failure('version-mismatch') },
];
const errors = [failure('closed'), failure('server-busy'), failure('token-expired'), failure('call-in-progress')];
const failed = (command: { type: string }) => errors.map(error => ({ type: `failed.${command.type}`, command, error }));

const line = { online: true, reachable: true };
const noStanding: CallStanding = { call: null, lastCall: null, escalation: noEscalation, ...line };
const awaiting: Escalation = { ...noEscalation, kinds: ['two-way'], obstacle: null, awaited: 'two-way' };
const legOf = (participantId: ParticipantId): Leg => ({
  participantId,
  role: participantId === customerId ? 'customer' : 'agent',
  sources: bothOn,
  held: false,
});
const callOf = (state: Call['state'], id: CallId, ...legs: [ParticipantId, ...ParticipantId[]]): Call => ({
  ...{ callId: id, kind: 'two-way', state, proposerId: legs[0], media: 'p2p', epoch: 1, since: 1, asked: null },
  legs: legs.map(legOf),
});

const calls: WalkOptions = {
  machine: callMachine,
  inputs: [
    {
      ...{ interactionId, participantId: customerId, role: 'customer', ids },
      standing: { ...noStanding, escalation: awaiting },
    },
    {
      ...{ interactionId, participantId: agentParticipantId, role: 'agent', ids },
      standing: { ...noStanding, call: callOf('proposed', theirCall, customerId), escalation: awaiting },
    },
  ],
  summary: ({ callId: id, call, online, fallback, wishes }: CallContext) => [
    fallback.step === 'voice' && wishes.camera,
    call && [call.state, call.callId === id, call.asked !== null],
    online,
  ],
  events: ({ callId: current, participantId: me, call, online }: CallContext) => {
    const callId = current ?? theirCall;
    const other = me === customerId ? agentParticipantId : customerId;
    const stand = (standing: Partial<CallStanding>) => ({ type: 'call.standing', ...noStanding, ...standing });
    const about = { ...once, callId };
    const answers = (
      ['call.propose', 'call.accept', 'call.rejoin', 'call.renew', 'call.switch', 'call.change-kind'] as const
    ).flatMap(type => [
      { type: `done.${type}`, command: { type, ...about }, value: { iceServers: [] } },
      ...(['call-gone', 'call-in-progress', 'call-elsewhere'] as const).map(code => ({
        ...{ type: `failed.${type}`, command: { type, ...about }, error: failure(code) },
      })),
    ]);
    const report = { type: 'devices.changed', tracks: noTracks, failures: {}, isAsking: false };
    const denied = deviceFailure('denied');
    return [
      { type: 'start', picture: 'camera' },
      { type: 'get-ready', picture: 'camera' },
      { type: 'report-check', findings: { from: 'browser', server: '', at: 1, durationMs: 1, checks: [] } },
      { type: 'accept', picture: 'camera' },
      ...['decline', 'hang-up', 'keep-kind', 'continue-here'].map(type => ({ type })),
      { type: 'toggle', source: 'camera' },
      { type: 'hold', held: true },
      { type: 'change-kind', kind: 'voice' },
      { type: 'choose', kind: 'camera', deviceId: 'other' },
      { type: 'flip' },
      { type: 'effect', blur: true, noise: false },
      stand({}),
      stand({ call, online: !online }),
      stand({ lastCall: { callId, ending: 'hung-up' } }),
      stand({ call: callOf('proposed', theirCall, other) }),
      stand({ call: callOf('proposed', theirCall, other), escalation: awaiting }),
      stand({ call: callOf('proposed', callId, me) }),
      stand({ call: callOf('active', callId, me, other) }),
      stand({ call: { ...callOf('active', callId, me, other), asked: { participantId: other, kind: 'two-way' } } }),
      stand({ call: callOf('active', callId, me) }),
      stand({ call: callOf('active', callId, other) }),
      { type: 'call.moved', interactionId, callId },
      ...['call.signalled', 'help.signalled'].map(type => ({
        type,
        interactionId,
        callId,
        participantId: other,
        epoch: 1,
      })),
      { type: 'help.still', still: null },
      { type: 'media.produced', interactionId, callId, epoch: 1, producer: {} },
      report,
      { ...report, isAsking: true },
      { ...report, tracks: { ...noTracks, camera: { id: 'camera' } } },
      { ...report, failures: { camera: denied, microphone: denied } },
      { type: 'devices.ended', source: 'screen', failure: null },
      { type: 'remote.changed', remotes: [] },
      { type: 'media.health', level: 'good', findings: [] },
      ...['voice', 'chat'].map(step => ({ type: 'media.fallback', step, cause: 'network' })),
      ...[true, false].map(isDue => ({ type: 'media.measured', measures: null, isDue })),
      { type: 'path.live', epoch: 1 },
      { type: 'path.lost', epoch: 1 },
      ...answers,
    ];
  },
};

const devices: WalkOptions = {
  machine: devicesMachine,
  inputs: [undefined],
  summary: ({ wanted, open, failures, waiting }: DevicesContext) =>
    [wanted, open, failures, waiting].map(one => Object.keys(one).length),
  events: ({ requests }: DevicesContext) => {
    const requestId = requests[0]?.id ?? 'none';
    const captured = { type: 'devices.captured', requestId, tracks: {}, failures: {}, deviceIds: {} };
    return [
      { type: 'want', sources: ['camera'], picture: 'camera', pressed: true },
      { type: 'want', sources: [], picture: 'camera' },
      { type: 'choose', kind: 'camera', deviceId: 'other' },
      { type: 'flip' },
      { type: 'effect', blur: true, noise: false },
      { type: 'effect.ended', effect: 'blur' },
      { ...captured, tracks: { camera: { id: 'track' } } },
      { ...captured, failures: { camera: 'in-use' } },
      { type: 'track.lost', trackId: 'track', code: 'ended' },
      { type: 'devices.retry' },
      { type: 'page.left' },
    ];
  },
};

const conversations: WalkOptions = {
  machine: conversationMachine,
  inputs: [false, true].map(online => ({ interactionId, participantId: customerId, ids, online })),
  output: callMachine,
  summary: ({ online }: ConversationContext) => online,
  events: ({ interaction: { lastSeq } }: ConversationContext) => {
    const next = { interactionId, seq: lastSeq + 1, at: 1, participantId: agentParticipantId };
    const message = { ...next, type: 'message.sent', messageId: commandId('theirs'), text: 'Hello' };
    const end = { type: 'interaction.end', ...once };
    const send = { type: 'message.send', ...once, text: 'Hello' };
    const catchUp = { type: 'interaction.catch-up', interactionId, afterSeq: 0 };
    const take = { type: 'fallback.take', ...once, step: 'message' };
    const call = { type: 'call.end', ...once, callId: callId('held'), reason: 'left' };
    const survey = { type: 'survey.answer', ...once, stars: 5 };
    const mail = { type: 'transcript.send', ...once, to: 'ada@example.com', language: 'en' };
    return [
      ...connections,
      { type: 'send', text: 'Hello' },
      { type: 'see', throughSeq: lastSeq },
      { type: 'retry', messageId: once.commandId },
      { type: 'discard', messageId: once.commandId },
      ...['compose', 'composing.paused', 'composing.renewed', 'resend', 'end', 'seen'].map(type => ({ type })),
      { type: 'open-file', fileId: 'file' },
      { type: 'commanded', command: send },
      { type: 'lost', command: send },
      message,
      { ...message, seq: lastSeq + 2 },
      { ...message, participantId: customerId },
      { type: 'participant.joined', ...next, role: 'agent', name: 'Anna' },
      { type: 'task.wrapped-up', ...next, taskId, code: 'solved' },
      { type: 'interaction.closed', ...next, disposition: 'handled' },
      { type: 'call.ended', ...next, callId: callId('held'), reason: 'left' },
      ...['call.signalled', 'help.signalled'].map(type => ({ ...next, type, callId: callId('held'), signal: {} })),
      { type: 'snapshot.answered', ...next, callId: callId('held'), snapshotId: 'file', answer: 'no' },
      { type: 'file.shared', ...next, file: { fileId: 'file', width: 1, height: 1, bytes: 1 } },
      { type: 'media.produced', interactionId, callId: callId('held'), producer: {} },
      ...[true, false].map(typing => ({ ...next, type: 'typing.changed', typing })),
      { type: 'take', step: 'message' },
      ...['callback.attempted', 'survey.answered', 'transcript.mailed'].map(type => ({
        type,
        ...next,
        outcome: 'reached',
      })),
      { type: 'queue.moved', interactionId, position: 1, wait: null },
      { type: 'fallback.changed', interactionId, fallback: null },
      { type: 'escalation.changed', interactionId, escalation: noEscalation },
      { type: 'call.moved', interactionId, callId: callId('held') },
      {
        type: 'done.interaction.catch-up',
        command: catchUp,
        value: { facts: [], entryPoint, position: null, wait: null, fallback: null, escalation: noEscalation },
      },
      ...[take, end, call, survey, mail, send].map(command => ({ type: `done.${command.type}`, command, value: {} })),
      ...[catchUp, end, call].flatMap(failed),
    ];
  },
};

const place = { interactionId, participantId: customerId, token: 'token', entryPoint };
const conversationAt = (interaction: Partial<Interaction>) => ({
  type: 'xstate.snapshot.conversation',
  snapshot: { context: { interaction: { participants: [], closed: null, ...interaction } } },
});
const fact = (type: Fact['type']) => ({ type, interactionId, seq: 1, at: 1 });
/** One event of each family that concerns a conversation. */
const families = [
  fact('participant.joined'),
  fact('message.sent'),
  fact('interaction.closed'),
  fact('call.ended'),
  { type: 'typing.changed' satisfies WireEvent['type'], interactionId },
  { type: 'queue.moved' satisfies WireEvent['type'], interactionId },
  { type: 'media.produced' satisfies WireEvent['type'], interactionId },
  { type: 'lost', command: { type: 'interaction.end', ...once } },
  { type: 'done.interaction.end', command: { type: 'interaction.end', ...once }, value: {} },
  ...failed({ type: 'interaction.end', ...once }),
];

const fallback = { because: 'closed', steps: ['message'], opensAt: null };
const customers: WalkOptions = {
  machine: customerMachine,
  inputs: [
    { entryPointId, token: 'token', ids },
    { entryPointId, token: null, ids },
    { entryPointId, token: null, ids, opening: { type: 'interaction.open', ...once, entryPointId, form: {} } },
  ],
  summary: ({ online, availability, entryPoint: form }: CustomerContext) => [
    online,
    availability?.fallback != null,
    !form,
    form?.modes.length,
  ],
  events: () => {
    const resume = { type: 'customer.resume', token: 'token' };
    const open = { type: 'interaction.open', ...once, entryPointId, form: {} };
    const get = { type: 'entry-point.get', entryPointId };
    const availability = { fallback: null, modes: [], wait: null };
    return [
      ...connections,
      ...families,
      ...['submit', 'fill-in'].map(type => ({ type, form: {} })),
      ...['start-over', 'ask-again', 'take-up'].map(type => ({ type, token: 'token' })),
      { type: 'lost', command: resume },
      { type: 'choose', step: 'message' },
      { type: 'go-back' },
      ...[null, fallback].map(one => ({
        ...{ type: 'done.entry-point.get', command: get },
        value: { entryPoint, availability: { ...availability, fallback: one } },
      })),
      { type: 'entry-point.changed', entryPoint, availability },
      { type: 'entry-point.changed', entryPoint: { ...entryPoint, modes: ['video', 'callback'] }, availability },
      ...[['chat'], ['video']].map(limit => ({ type: 'limit', modes: limit })),
      { type: 'done.customer.resume', command: resume, value: place },
      { type: 'done.interaction.open', command: open, value: place },
      ...[resume, open, get].flatMap(failed),
      conversationAt({ participants: [{ role: 'agent' }] as unknown as Interaction['participants'] }),
      conversationAt({}),
      conversationAt({ closed: { disposition: 'handled', participantId: agentParticipantId } }),
    ];
  },
};

const agents: WalkOptions = {
  machine: agentMachine,
  inputs: [
    { token: 'token', ids },
    { token: null, ids },
  ],
  summary: ({ online, tasks }: AgentContext) => [online, tasks.some(({ consult }) => consult) && tasks[0]?.state],
  events: () => {
    const resume = { type: 'agent.resume', token: 'token' };
    const signIn = { type: 'agent.sign-in', username: 'anna', password: 'secret' };
    const signOut = { type: 'agent.sign-out', commandId: once.commandId };
    const accept = { type: 'offer.accept', commandId: once.commandId, offerId: 'offer' };
    const wrapUp = { type: 'task.wrap-up', commandId: once.commandId, taskId, code: 'solved' };
    const targets = { type: 'target.list', taskId, purpose: 'transfer' };
    const askColleague = { type: 'consult.ask', commandId: once.commandId, taskId };
    const consult = { about: 'another', askerName: 'Ben', customerName: 'Zoe' };
    const attach = { type: 'desktop.attach', userId: '1001' };
    const record = { type: 'callback.record', commandId: once.commandId, taskId, outcome: 'reached' };
    const desk = {
      token: 'token',
      agent: {},
      offers: [],
      tasks: [],
      consults: [],
      invitations: [],
      inviting: null,
      listed: [],
      wrapUpCodes: [],
      notReadyReasons: [],
      now: 1,
    };
    const task = { type: 'task.state-changed', taskId, interactionId, participantId: agentParticipantId };
    return [
      ...connections,
      ...families,
      { type: 'sign-in', username: 'anna', password: 'secret' },
      { type: 'sign-out' },
      { type: 'go-ready', domains: ['chat'] },
      { type: 'go-not-ready', reason: 'break' },
      ...['accept-offer', 'decline-offer', 'offer.closed'].map(type => ({ type, offerId: 'offer' })),
      { type: 'wrap-up', taskId, code: 'solved' },
      { type: 'dismiss-failure' },
      { type: 'list-targets', taskId, purpose: 'transfer' },
      { type: 'ask-colleague', taskId, to: { kind: 'queue', queueId: 'billing' }, question: 'May she?' },
      ...['select', 'pick', 'complete-consult', 'put-away'].map(type => ({ type, taskId })),
      {
        type: 'consult.changed',
        interactionId: 'asked',
        taskId,
        participantId: agentParticipantId,
        to: 'Ben',
        ending: null,
      },
      { type: 'transfer', taskId, to: { kind: 'queue', queueId: 'billing' } },
      { type: 'record-attempt', taskId, outcome: 'reached' },
      { type: 'invite', numbers: [] },
      { type: 'invite-again', invitationId: 'invitation' },
      { type: 'withdraw-invitation', invitationId: 'invitation' },
      { type: 'take-link', code: 'code' },
      { type: 'invitation.changed', invitationId: 'invitation', interactionId: 'invited' },
      { type: 'list.changed', listed: [] },
      { type: 'done.offer.accept', command: accept, value: {} },
      { type: 'done.task.wrap-up', command: wrapUp, value: {} },
      { type: 'done.target.list', command: targets, value: { targets: [] } },
      { type: 'desktop.commanded', desktopCommandId: 'command' },
      { type: 'done.desktop.attach', command: attach, value: { now: 1 } },
      fact('callback.attempted'),
      fact('task.transferred'),
      ...['state-changed', 'superseded', 'disabled', 'session-ended'].map(what => ({ type: `agent.${what}` })),
      { type: 'agent.token-renewed', token: 'renewed' },
      fact('task.wrapped-up'),
      { ...task, state: 'active' },
      { ...task, state: 'active', consult },
      { ...task, state: 'closed' },
      { type: 'lost', command: signIn },
      { type: 'lost', command: accept },
      { type: 'done.agent.sign-in', command: signIn, value: desk },
      { type: 'done.agent.resume', command: resume, value: desk },
      { type: 'done.agent.sign-out', command: signOut, value: {} },
      ...[resume, signIn, signOut, accept, wrapUp, targets, record, askColleague, attach].flatMap(failed),
    ];
  },
};

describe.each([
  ['devices', devices],
  ['call', calls],
  ['conversation', conversations],
  ['customer', customers],
  ['agent', agents],
] as const)('%s', (_name, options) => {
  test('every state can be reached and every transition be walked', () => {
    const walked = walk(options);
    const { states, transitions } = mapOf(options.machine);
    expect([...states].filter(state => !walked.states.has(state))).toEqual([]);
    expect([...transitions].filter(transition => !walked.transitions.has(transition))).toEqual([]);
  });
});

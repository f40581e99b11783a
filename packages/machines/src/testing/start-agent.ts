import type { AgentId, AgentTask, Command, Desk, InteractionId, Offer, TaskId } from '@eyeline/protocol';
import { createActor, type InspectionEvent } from 'xstate';
import { agentMachine } from '../agent-machine.ts';
import type { OutboxStore } from '../outbox-store.ts';
import { FakeCentre } from './fake-centre.ts';
import { FakeDesktops } from './fake-desktops.ts';
import { FakePorts } from './fake-ports.ts';
import { FakeSignaling } from './fake-signaling.ts';
import { agentParticipantId, countingIds, entryPointId, interactionId, offerId, taskId } from './ids.ts';

export const task: AgentTask = {
  taskId,
  interactionId,
  participantId: agentParticipantId,
  domain: 'chat',
  state: 'active',
};
export const other: AgentTask = {
  ...task,
  taskId: 'task-2' as TaskId,
  interactionId: 'interaction-2' as InteractionId,
};
export const desk = (more: Partial<Desk> = {}): Desk => ({
  token: 'token-1',
  agent: {
    agentId: 'anna' as AgentId,
    name: 'Anna',
    state: 'not-ready',
    reason: 'signed-in',
    domains: { chat: 'not-ready', video: 'not-ready' },
    capacity: { chat: { used: 0, of: 3 }, video: { used: 0, of: 1 } },
    since: 1,
  },
  offers: [],
  tasks: [],
  consults: [],
  invitations: [],
  inviting: null,
  listed: [],
  wrapUpCodes: [{ code: 'solved', label: 'Solved' }],
  notReadyReasons: [{ code: 'break', label: 'Break' }],
  now: 1000,
  ...more,
});
export const offer: Offer = {
  offerId,
  taskId,
  interactionId,
  domain: 'chat',
  queue: 'Support',
  entryPointId,
  title: 'Support',
  customerName: 'Ada',
  form: [],
  queuedAt: 1,
  madeAt: 2,
  expiresAt: 3,
  remainingMs: 1,
  timeoutMs: 1,
};

export function startAgent(
  token: string | null = null,
  outboxes?: OutboxStore,
  inspect?: (seen: InspectionEvent) => void,
) {
  const centre = new FakeCentre();
  const connection = new FakeSignaling();
  const ports = new FakePorts();
  const desktops = new FakeDesktops();
  const stored: (string | null)[] = [];
  const machine = agentMachine.provide({
    actors: { signaling: connection.port, conversation: ports.conversation, desktop: desktops.port },
    actions: {
      rememberToken: ({ context }) => stored.push(context.token),
      forgetToken: () => stored.push(null),
    },
  });
  const actor = createActor(machine, {
    input: { token, ids: countingIds('a'), outboxes },
    ...(inspect && { inspect }),
  }).start();
  return {
    actor,
    centre,
    connection,
    ports,
    desktops,
    stored,
    state: () => actor.getSnapshot().value,
    context: () => actor.getSnapshot().context,
    conversation: (at = 0) => actor.getSnapshot().context.tasks[at]?.conversation,
    /** The server answers what the conversations ask. */
    catchUp: () => {
      for (const command of connection.asked())
        if (command.type === 'interaction.catch-up') {
          const facts = centre.facts.filter(fact => fact.seq > command.afterSeq);
          connection.answer(command, {
            facts,
            entryPoint: centre.entryPoint,
            position: null,
            wait: null,
            fallback: null,
          });
        }
    },
  };
}

export function startAtDesk(
  more: Partial<Desk> = {},
  outboxes?: OutboxStore,
  inspect?: (seen: InspectionEvent) => void,
) {
  const side = startAgent(null, outboxes, inspect);
  side.connection.notify({ type: 'connection.opened' });
  side.actor.send({ type: 'sign-in', username: 'anna', password: 'secret' });
  side.connection.answer(side.connection.asked()[0], desk(more));
  return side;
}

export const types = (commands: readonly Command[]) => commands.map(({ type }) => type);

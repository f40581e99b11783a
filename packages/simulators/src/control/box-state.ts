import type { NodeId } from '../nodes/node-pair.ts';
import type { Simulator } from '../simulator.ts';
import type { XmppSession } from '../xmpp/xmpp-session.ts';

/** Where everything of a box is. */
export interface BoxAddresses {
  readonly page: string;
  /** The two nodes: origins of REST. */
  readonly finesse: readonly [string, string];
  /** The two nodes' notifications. */
  readonly notifications: readonly [string, string];
  /** Only in a box of a UCCX. */
  readonly uccx?: string;
  /** Only in a box of a UCCE. */
  readonly ccp?: string;
}

export type BoxState = ReturnType<typeof readBoxState>;

/** All that a box is at this moment. */
export function readBoxState(
  simulator: Simulator,
  addresses: BoxAddresses,
  sessions: (node: NodeId) => readonly XmppSession[],
) {
  const { scenario, voice, calls, callers, nodes, faults, tasks, directory } = simulator;
  const node = (id: NodeId, index: 0 | 1) => ({
    id,
    state: nodes.state(id),
    url: addresses.finesse[index],
    sessions: sessions(id).map(({ userId, resource, isAvailable }) => ({ userId, resource, isAvailable })),
  });
  return {
    deployment: scenario.deployment,
    signIn: scenario.signIn,
    addresses,
    nodes: [node('A', 0), node('B', 1)],
    users: directory.everybody.map(user => {
      const agent = voice.agent(user.id);
      const reason = agent.reasonCodeId === undefined ? undefined : directory.reasons.get(agent.reasonCodeId);
      return {
        id: user.id,
        name: `${user.firstName} ${user.lastName}`,
        team: user.team === undefined ? '' : (directory.team(user.team)?.name ?? ''),
        isScripted: user.script !== undefined,
        hasPhone: user.extension !== undefined,
        state: agent.state,
        pendingState: agent.pending?.state ?? '',
        reason: reason ? `${reason.label} (${reason.code})` : '',
        since: agent.changedAt,
        node: voice.nodeOf(user.id) ?? '',
        media: (scenario.deployment === 'UCCE' ? scenario.domains : []).map(domain => ({
          name: domain.name,
          state: tasks.media(user.id, domain).state,
        })),
      };
    }),
    calls: calls.calls.map(({ id, kind, from, state, participants }) => ({
      ...{ id, kind, from, state },
      at: participants.find(({ isAgent }) => isAgent)?.address ?? '',
    })),
    waitingCalls: calls.waiting.length,
    callsPerMinute: callers.perMinute,
    tasks: tasks.tasks.map(({ contactId, name, scriptSelector, status, dialog }) => ({
      ...{ contactId, name, scriptSelector, status },
      dialogId: dialog?.id ?? '',
      dialogState: dialog?.state ?? '',
      agentId: dialog?.agentId ?? '',
    })),
    faults: faults.orders.map(({ id, fault, struck }) => ({ id, fault, struck })),
  };
}

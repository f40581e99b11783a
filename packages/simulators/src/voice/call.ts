import type { CallKind } from './voice-agent.ts';

export type ParticipantState = 'ALERTING' | 'INITIATED' | 'ACTIVE' | 'HELD' | 'DROPPED';

export interface CallParticipant {
  readonly address: string;
  readonly isAgent: boolean;
  readonly state: ParticipantState;
  readonly startedAt: number;
  readonly changedAt: number;
}

/** One phone call. */
export interface Call {
  readonly id: string;
  readonly kind: CallKind;
  readonly from: string;
  readonly to: string;
  readonly queueName?: string;
  readonly state: 'INITIATED' | 'ALERTING' | 'ACTIVE' | 'DROPPED';
  readonly participants: readonly CallParticipant[];
  readonly variables: Readonly<Record<string, string>>;
  readonly wrapUpReason: string;
}

export type CallAction = 'ANSWER' | 'HOLD' | 'RETRIEVE' | 'DROP';

const actions: Readonly<Record<ParticipantState, readonly CallAction[]>> = {
  ALERTING: ['ANSWER'],
  INITIATED: ['DROP'],
  ACTIVE: ['HOLD', 'DROP'],
  HELD: ['RETRIEVE', 'DROP'],
  DROPPED: [],
};

/** What a participant may do in a call. */
export function callActions({ state }: CallParticipant): readonly CallAction[] {
  return actions[state];
}

/** The call after a participant's action; `undefined` when the participant may not do it. */
export function decideCall(call: Call, action: CallAction, address: string, now: number): Call | undefined {
  const participant = call.participants.find(each => each.address === address);
  if (!participant || call.state === 'DROPPED' || !callActions(participant).includes(action)) return undefined;
  const at = (state: ParticipantState) => (each: CallParticipant) =>
    each === participant ? { ...each, state, changedAt: now } : each;
  switch (action) {
    case 'ANSWER':
      return {
        ...call,
        state: 'ACTIVE',
        participants: call.participants.map(each =>
          each.state === 'DROPPED' ? each : { ...each, state: 'ACTIVE' as const, changedAt: now },
        ),
      };
    case 'HOLD':
      return { ...call, participants: call.participants.map(at('HELD')) };
    case 'RETRIEVE':
      return { ...call, participants: call.participants.map(at('ACTIVE')) };
    case 'DROP':
      return endCall(call, now);
  }
}

/** A call of two is over when one leaves. */
export function endCall(call: Call, now: number): Call {
  const participants = call.participants.map(each => ({ ...each, state: 'DROPPED' as const, changedAt: now }));
  return { ...call, state: 'DROPPED', participants };
}

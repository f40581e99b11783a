import type { CallKind } from '@eyeline/protocol';
import type { CallContext } from './call-context.ts';
import { consentFor } from './call-kind.ts';
import { wishesFor } from './call-state.ts';

/** Whether the person has looked, or does not want to, and has agreed to what the site asks now. */
export function isReadyFor(context: CallContext, kind: CallKind): boolean {
  const consent = consentFor(context, kind);
  return context.ready !== null && (consent === '' || context.ready.consent === consent);
}

/** Somebody is there for the call for which the customer came, and it has not been. */
export function isAwaited({ role, begunAwaited, online, call, lastCall, escalation }: CallContext): boolean {
  const { awaited, kinds } = escalation;
  return role === 'customer' && !begunAwaited && online && !call && !lastCall && !!awaited && kinds.includes(awaited);
}

/** It begins by itself. */
export const canBeginAwaited = (context: CallContext): boolean =>
  isAwaited(context) && isReadyFor(context, context.escalation.awaited ?? 'two-way');

/** It is accepted by itself: by the agent who took the offer, and by the customer where the agent was first. */
export function canJoinAwaited(context: CallContext): boolean {
  const { role, begunAwaited, online, escalation, kind } = context;
  return escalation.awaited !== null && online && !begunAwaited && (role === 'agent' || isReadyFor(context, kind));
}

/** What it begins with, as nobody presses for it any more. */
export const asAwaited = (context: CallContext, kind: CallKind): Partial<CallContext> => ({
  ...{ kind, begunAwaited: true, failure: null, ending: null, failures: {} },
  picture: context.ready?.picture ?? 'camera',
  consent: consentFor(context, kind) || null,
  wishes: wishesFor(context, kind, context.ready?.wishes),
});

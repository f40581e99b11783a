import { FinesseError } from '../finesse-error.ts';
import { connectionFault } from '../rest/connection-fault.ts';
import { advice } from '../sentences/advice.ts';
import { notifications } from '../sentences/notifications.ts';
import type { Deployment } from '../words/finesse-words.ts';

/** Says in one sentence why the notification service could not be used. */
export function sessionFault(error: unknown, host: string, userId: string): FinesseError {
  if (error instanceof FinesseError) return error;
  const name = error instanceof Error ? error.name : '';
  const condition = error instanceof Error && 'condition' in error ? String(error.condition) : '';
  if (name === 'SASLError') {
    return condition === 'temporary-auth-failure'
      ? new FinesseError('unreachable', advice.notificationsUnreachable(host, condition), { cause: error })
      : new FinesseError('credential-refused', advice.badPassword(userId, host), { cause: error });
  }
  if (name === 'StreamError' && condition === 'conflict') {
    return new FinesseError('conflict', advice.sessionTaken(userId), { cause: error });
  }
  const fault = connectionFault(error, host);
  if (fault.code !== 'unreachable' && fault.code !== 'timed-out') return fault;
  const stated = condition || (error instanceof Error ? error.message : String(error));
  return new FinesseError(fault.code, advice.notificationsUnreachable(host, stated), { cause: error });
}

/** Says in one sentence why a node could not be subscribed to. */
export function subscriptionFault(
  error: unknown,
  node: string,
  { account, deployment = 'ucce' }: { readonly account: { readonly userId: string }; readonly deployment?: Deployment },
): FinesseError {
  const isAnswer = error instanceof Error && error.name === 'StanzaError';
  if (!isAnswer) return new FinesseError('connection-lost', notifications.noSubscriptionAnswer(node), { cause: error });
  const team = /\/Team\/([^/]+)\/Users$/.exec(node)?.[1];
  const message = team
    ? advice.supervisorWithoutTeam(account.userId, team, deployment)
    : notifications.subscriptionRefused(node, error.message);
  return new FinesseError(team ? 'not-supervisor' : 'refused', message, { cause: error });
}

import type { CommandId, Failure, Wish } from '@eyeline/protocol';
import type { AgentEvent } from './agent-event.ts';

/** What a desk asks for that changes something. */
export type DeskWish = Wish<
  | 'agent.sign-out'
  | 'agent.set-state'
  | 'offer.accept'
  | 'offer.decline'
  | 'task.wrap-up'
  | 'task.pick'
  | 'task.transfer'
  | 'consult.ask'
  | 'consult.complete'
  | 'callback.record'
>;

/** A command of the desk from the moment it was asked: pending until it is answered, then gone, or kept with why it failed. */
export interface DeskCommand {
  readonly wish: DeskWish;
  /** Null while it is pending; else until the same is asked again, or the failure is dismissed. */
  readonly failure: Failure | null;
}

type WithoutId<W> = W extends DeskWish ? Omit<W, 'commandId'> : never;
type Unsent = WithoutId<DeskWish>;

/** The command that an event at the desk asks for; null where it asks for none. */
export function commandOf(event: AgentEvent): Unsent | null {
  switch (event.type) {
    case 'sign-out':
      return { type: 'agent.sign-out' };
    case 'go-ready':
      return { type: 'agent.set-state', state: 'ready', domains: event.domains };
    case 'go-not-ready':
      return { type: 'agent.set-state', state: 'not-ready', reason: event.reason };
    case 'accept-offer':
      return { type: 'offer.accept', offerId: event.offerId };
    case 'decline-offer':
      return { type: 'offer.decline', offerId: event.offerId };
    case 'wrap-up':
      return { type: 'task.wrap-up', taskId: event.taskId, code: event.code };
    case 'pick':
      return { type: 'task.pick', taskId: event.taskId };
    case 'transfer':
      return { type: 'task.transfer', taskId: event.taskId, to: event.to };
    case 'ask-colleague':
      return { type: 'consult.ask', taskId: event.taskId, to: event.to, question: event.question };
    case 'complete-consult':
      return { type: 'consult.complete', taskId: event.taskId };
    case 'record-attempt':
      return { type: 'callback.record', taskId: event.taskId, outcome: event.outcome };
    default:
      return null;
  }
}

/** What a command is about: one offer, one task, one state of the agent. */
function subjectOf(wish: Unsent): string {
  if ('offerId' in wish) return `offer ${wish.offerId}`;
  // One after the other: whether there is room for the next is seen when the first is there.
  if (wish.type === 'task.pick') return wish.type;
  if ('taskId' in wish) return `task ${wish.taskId}`;
  // Who changes their mind says so at once, and the last word counts.
  if (wish.type === 'agent.set-state')
    return wish.state === 'ready' ? `ready ${wish.domains.join()}` : `not-ready ${wish.reason}`;
  return wish.type;
}

/** Is nothing pending about the same? What is asked twice would be carried out once and refused once. */
export const isFree = (commands: readonly DeskCommand[], wish: Unsent): boolean =>
  !commands.some(one => one.failure === null && subjectOf(one.wish) === subjectOf(wish));

/** Asked now; why the same failed before is history. */
export const ask = (commands: readonly DeskCommand[], wish: Unsent, commandId: CommandId): readonly DeskCommand[] => [
  ...commands.filter(one => subjectOf(one.wish) !== subjectOf(wish)),
  { wish: { ...wish, commandId }, failure: null },
];

/** Answered: gone, or kept with why it failed. */
export const answer = (
  commands: readonly DeskCommand[],
  wish: Wish,
  failure: Failure | null = null,
): readonly DeskCommand[] =>
  commands.flatMap(one => {
    if (!('commandId' in wish) || one.wish.commandId !== wish.commandId) return [one];
    return failure ? [{ ...one, failure }] : [];
  });

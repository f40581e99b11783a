import type { Command, CommandId, Failure } from '@eyeline/protocol';
import type { AgentEvent } from './agent-event.ts';

/** What a desk asks for that changes something. */
export type DeskCommand = Command<
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
  | 'invitation.send'
  | 'invitation.send-again'
  | 'invitation.revoke'
  | 'invitation.take'
>;

/** A command of the desk from the moment it was asked: pending until it is answered, then gone, or kept with why it failed. */
export interface AskedCommand {
  readonly command: DeskCommand;
  /** Null while it is pending; else until the same is asked again, or the failure is dismissed. */
  readonly failure: Failure | null;
}

type WithoutId<W> = W extends DeskCommand ? Omit<W, 'commandId'> : never;
type Unsent = WithoutId<DeskCommand>;

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
    case 'invite':
      return { type: 'invitation.send', numbers: event.numbers, ...(event.into && { into: event.into }) };
    case 'invite-again':
      return { type: 'invitation.send-again', invitationId: event.invitationId };
    case 'withdraw-invitation':
      return { type: 'invitation.revoke', invitationId: event.invitationId };
    case 'take-link':
      return { type: 'invitation.take', code: event.code };
    default:
      return null;
  }
}

/** What a command is about: one offer, one task, one state of the agent. */
function subjectOf(command: Unsent): string {
  if ('offerId' in command) return `offer ${command.offerId}`;
  // One after the other: whether there is room for the next is seen when the first is there.
  if (command.type === 'task.pick') return command.type;
  if ('invitationId' in command) return `invitation ${command.invitationId}`;
  if ('taskId' in command) return `task ${command.taskId}`;
  // Who changes their mind says so at once, and the last word counts.
  if (command.type === 'agent.set-state')
    return command.state === 'ready' ? `ready ${command.domains.join()}` : `not-ready ${command.reason}`;
  return command.type;
}

/** Is nothing pending about the same? What is asked twice would be carried out once and refused once. */
export const isFree = (commands: readonly AskedCommand[], command: Unsent): boolean =>
  !commands.some(one => one.failure === null && subjectOf(one.command) === subjectOf(command));

/** Asked now; why the same failed before is history. */
export const ask = (
  commands: readonly AskedCommand[],
  command: Unsent,
  commandId: CommandId,
): readonly AskedCommand[] => [
  ...commands.filter(one => subjectOf(one.command) !== subjectOf(command)),
  { command: { ...command, commandId }, failure: null },
];

/** Answered: gone, or kept with why it failed. */
export const answer = (
  commands: readonly AskedCommand[],
  command: Command,
  failure: Failure | null = null,
): readonly AskedCommand[] =>
  commands.flatMap(one => {
    if (!('commandId' in command) || one.command.commandId !== command.commandId) return [one];
    return failure ? [{ ...one, failure }] : [];
  });

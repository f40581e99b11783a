import type { TaskAction, TaskDialogState } from '../words/finesse-words.ts';

/** The steps that a task takes with its conversation. */
export type TaskStep = Extract<TaskAction, 'accept' | 'start' | 'wrap-up' | 'close'>;

/**
 * What is to be done next with an agent's task dialog so that it follows the conversation: taken while it goes on, wrapped
 * up when it is over, closed when that is done. Undefined when the dialog is there already, or cannot be moved from where it is.
 */
export function nextTaskAction(
  wanted: 'active' | 'wrapping-up' | 'closed',
  dialog: TaskDialogState,
): TaskStep | undefined {
  switch (dialog) {
    case 'offered':
      // A task that is only offered can be accepted, or left alone: Finesse has no other word for it.
      return wanted === 'active' ? 'accept' : undefined;
    case 'accepted':
      return wanted === 'active' ? 'start' : wanted === 'closed' ? 'close' : undefined;
    case 'active':
    case 'held':
      return wanted === 'wrapping-up' ? 'wrap-up' : wanted === 'closed' ? 'close' : undefined;
    case 'wrapping-up':
      return wanted === 'closed' ? 'close' : undefined;
    case 'interrupted':
    case 'closed':
    case 'unknown':
      return undefined;
  }
}

/** Whether the agent has accepted the task, and is not done with it. */
export const isTakenUp = (state: TaskDialogState): boolean =>
  state === 'accepted' || state === 'active' || state === 'held' || state === 'wrapping-up' || state === 'interrupted';

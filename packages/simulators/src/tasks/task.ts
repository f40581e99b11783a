export type TaskDialogState = 'OFFERED' | 'ACCEPTED' | 'ACTIVE' | 'PAUSED' | 'WRAPPING_UP' | 'INTERRUPTED' | 'CLOSED';
export type TaskAction = 'ACCEPT' | 'START' | 'PAUSE' | 'RESUME' | 'WRAP_UP' | 'TRANSFER' | 'CLOSE';
export type TaskStatus = 'UNREAD' | 'QUEUED' | 'RESERVED' | 'HANDLED' | 'DISCARDED';

/** A task of Task Routing, from the customer's request to its end. */
export interface Task {
  /** In the address that the customer's side asks. */
  readonly contactId: string;
  readonly feedId: string;
  readonly domainId: string;
  readonly scriptSelector: string;
  readonly name: string;
  readonly title: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly status: TaskStatus;
  readonly statusReason: string;
  readonly createdAt: number;
  /** The dialog at an agent, while there is one. */
  readonly dialog?: {
    readonly id: string;
    readonly agentId: string;
    readonly state: TaskDialogState;
    readonly changedAt: number;
  };
}

const steps: Readonly<Record<TaskDialogState, Partial<Record<TaskAction, TaskDialogState>>>> = {
  OFFERED: { ACCEPT: 'ACCEPTED' },
  ACCEPTED: { START: 'ACTIVE', TRANSFER: 'CLOSED', CLOSE: 'CLOSED' },
  ACTIVE: { PAUSE: 'PAUSED', WRAP_UP: 'WRAPPING_UP', TRANSFER: 'CLOSED', CLOSE: 'CLOSED' },
  PAUSED: { RESUME: 'ACTIVE', WRAP_UP: 'WRAPPING_UP', TRANSFER: 'CLOSED', CLOSE: 'CLOSED' },
  WRAPPING_UP: { CLOSE: 'CLOSED' },
  INTERRUPTED: {},
  CLOSED: {},
};

export function isTaskAction(action: string): action is TaskAction {
  return ['ACCEPT', 'START', 'PAUSE', 'RESUME', 'WRAP_UP', 'TRANSFER', 'CLOSE'].includes(action);
}

/** What an agent may do with a task in this state. */
export function taskActions(state: TaskDialogState): readonly string[] {
  return Object.keys(steps[state]);
}

/** The state of a task's dialog after an agent's action; `undefined` when the agent may not do it now. */
export function nextTaskState(state: TaskDialogState, action: TaskAction): TaskDialogState | undefined {
  return steps[state][action];
}

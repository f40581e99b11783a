import type { VoiceRefusal } from '../voice/voice-agent.ts';
import { noReason, refusals } from '../voice/voice-agent.ts';
import type { TaskDialogState } from './task.ts';

export type MediaState =
  | 'LOGOUT'
  | 'NOT_READY'
  | 'READY'
  | 'RESERVED'
  | 'ACTIVE'
  | 'PAUSED'
  | 'INTERRUPTED'
  | 'WORK_READY'
  | 'WORK_NOT_READY';

/** One agent in one media routing domain: what was asked for. The state comes of that and of the agent's tasks. */
export interface MediaAgent {
  readonly wants: 'LOGOUT' | 'NOT_READY' | 'READY';
  readonly reasonCodeId?: string;
  readonly isRoutable: boolean;
  readonly maxDialogLimit: number;
  readonly interruptAction: 'ACCEPT' | 'IGNORE';
  readonly dialogLogoutAction: 'CLOSE' | 'TRANSFER';
  readonly changedAt: number;
}

export type MediaCommand =
  | {
      readonly state: 'LOGIN';
      readonly maxDialogLimit?: number;
      readonly interruptAction?: 'ACCEPT' | 'IGNORE';
      readonly dialogLogoutAction?: 'CLOSE' | 'TRANSFER';
    }
  | { readonly state: 'READY' | 'LOGOUT' | 'NOT_READY'; readonly reasonCodeId?: string }
  | { readonly routable: boolean };

/** An agent's domain after a command, or why Finesse does not do it. */
export function decideMedia(agent: MediaAgent, command: MediaCommand, now: number): MediaAgent | VoiceRefusal {
  if ('routable' in command)
    return agent.wants === 'LOGOUT' ? refusals.invalidState : { ...agent, isRoutable: command.routable };
  if (command.state === 'LOGIN') {
    if (agent.wants !== 'LOGOUT') return refusals.invalidState;
    return {
      wants: 'NOT_READY',
      reasonCodeId: noReason,
      isRoutable: true,
      maxDialogLimit: command.maxDialogLimit ?? agent.maxDialogLimit,
      interruptAction: command.interruptAction ?? agent.interruptAction,
      dialogLogoutAction: command.dialogLogoutAction ?? agent.dialogLogoutAction,
      changedAt: now,
    };
  }
  if (agent.wants === 'LOGOUT') return refusals.invalidState;
  const { reasonCodeId: _, ...others } = agent;
  // Who goes ready is routable again.
  if (command.state === 'READY') return { ...others, wants: 'READY', isRoutable: true, changedAt: now };
  return { ...others, wants: command.state, reasonCodeId: command.reasonCodeId ?? noReason, changedAt: now };
}

/** The state of a domain that has these tasks. */
export function mediaState({ wants }: MediaAgent, tasks: readonly TaskDialogState[]): MediaState {
  if (wants === 'LOGOUT') return 'LOGOUT';
  if (tasks.includes('INTERRUPTED')) return 'INTERRUPTED';
  if (tasks.includes('ACTIVE')) return 'ACTIVE';
  if (tasks.includes('OFFERED') || tasks.includes('ACCEPTED')) return 'RESERVED';
  if (tasks.includes('PAUSED')) return 'PAUSED';
  if (tasks.includes('WRAPPING_UP')) return wants === 'READY' ? 'WORK_READY' : 'WORK_NOT_READY';
  return wants;
}

export function isRefusal(outcome: MediaAgent | VoiceRefusal): outcome is VoiceRefusal {
  return 'message' in outcome;
}

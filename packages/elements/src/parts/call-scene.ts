import type { CallActor } from '@eyeline/machines';
import type { SnapshotFrom } from 'xstate';

/**
 * What of a call is to be drawn. `asking`: the browser asks for the camera. `refused`: there is no call, and the reason
 * is in `failure`.
 */
export type CallScene = 'none' | 'asking' | 'invited' | 'refused' | 'proposing' | 'connecting' | 'live';

export function callSceneOf(call: SnapshotFrom<CallActor>): CallScene {
  if (call.matches('idle')) return call.context.failure ? 'refused' : 'none';
  if (call.matches('preparing') || call.matches({ invited: 'preparing' })) return 'asking';
  if (call.matches('invited')) return 'invited';
  if (call.matches('proposing')) return 'proposing';
  return call.matches({ active: 'live' }) ? 'live' : 'connecting';
}

/** Whether there are pictures to show. */
export const isOnStage = (scene: CallScene | undefined): boolean =>
  scene === 'proposing' || scene === 'connecting' || scene === 'live';

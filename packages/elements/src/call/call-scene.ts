import type { CallActor } from '@eyeline/machines';
import type { SnapshotFrom } from 'xstate';

/**
 * What of a call is to be drawn. `asking`: the browser asks for the camera. `refused`: there is no call, and the reason
 * is in `failure`. `elsewhere`: it goes on in another page of the same person. `lost`: it goes on, and nothing comes through.
 */
export type CallScene =
  | 'none'
  | 'asking'
  | 'invited'
  | 'refused'
  | 'elsewhere'
  | 'proposing'
  | 'connecting'
  | 'live'
  | 'lost'
  | 'alone';

export function callSceneOf(call: SnapshotFrom<CallActor>): CallScene {
  if (call.matches('idle')) return call.context.failure ? 'refused' : 'none';
  if (call.matches('preparing') || call.matches({ invited: 'preparing' })) return 'asking';
  if (call.matches('invited')) return 'invited';
  if (call.matches('proposing')) return 'proposing';
  // A page that was closed a moment ago may still seem to be in it: that is found out before anything is said.
  if (call.matches('returning')) return 'none';
  if (call.matches('elsewhere'))
    return call.matches({ elsewhere: 'asking' }) || call.matches({ elsewhere: 'taking-over' }) ? 'elsewhere' : 'none';
  if (call.matches({ active: 'live' })) return 'live';
  if (call.matches({ active: 'lost' })) return 'lost';
  return call.matches({ active: 'alone' }) ? 'alone' : 'connecting';
}

const stages: readonly (CallScene | undefined)[] = ['proposing', 'connecting', 'live', 'lost', 'alone'];

/** Whether this page is in the call, or asks for one: its pictures have their place. */
export const isOnStage = (scene: CallScene | undefined): boolean => stages.includes(scene);

/** Whether both sides have seen or heard each other, and the call goes on. */
export const isInCall = (scene: CallScene | undefined): boolean =>
  scene === 'live' || scene === 'lost' || scene === 'alone';

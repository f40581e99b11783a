import type { CallActor, ConversationContext } from '@eyeline/machines';
import type { SnapshotFrom } from 'xstate';
import { isolate } from '../parts/isolate.ts';
import { peerName, peerOf } from '../parts/peer.ts';
import { call as sentences } from '../sentences/call.ts';
import type { CallPerson } from './call-people.ts';
import { callSceneOf } from './call-scene.ts';

/** How a call stands where that is not to be seen, and what is being done about it; empty where there is nothing to say. */
export function callNotice(call: SnapshotFrom<CallActor>, context: ConversationContext): string {
  const name = isolate(peerName(context));
  const { role } = call.context;
  switch (callSceneOf(call)) {
    case 'proposing':
      return sentences.waiting(name);
    case 'connecting':
      return sentences.connecting;
    case 'lost':
      if (!context.online) return sentences.ownLineLost;
      return peerOf(context)?.presence === 'absent' ? sentences.theirLineLost(name) : sentences.nothingComes;
    case 'alone':
      return role === 'customer' ? sentences.handedOver : sentences.alone(name);
    default:
      return '';
  }
}

/** What of the pictures is held back by itself, on this side or on the other; empty where nothing is. */
export function heldBack({ context }: SnapshotFrom<CallActor>, others: readonly CallPerson[]): string {
  const { step, cause } = context.fallback;
  if (cause && step !== 'full' && context.wishes.camera)
    return step === 'less' ? sentences.heldBack.less[cause] : sentences.heldBack.voice;
  const weak = others.find(({ absence }) => absence === 'weak');
  return weak ? sentences.theirsHeldBack(isolate(weak.name)) : '';
}

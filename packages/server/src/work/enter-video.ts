import type { RefusedReason, RoutingEffect } from '@eyeline/routing';
import type { InteractionLog } from '../interaction/interaction-log.ts';
import { Refusal } from '../people/refusal.ts';
import type { ContactCentre } from '../process/contact-centre.ts';
import { taskOf } from './closing.ts';

const sentences: Readonly<Record<RefusedReason, string>> = {
  gone: 'The conversation has ended.',
  taken: 'The conversation is with somebody else now.',
  'not-eligible': 'This agent does not do video. The chat goes on.',
  'not-ready': 'The agent is not ready for video at the moment. The chat goes on.',
  'no-room': 'The agent is busy with something else that cannot be set aside for video. The chat goes on.',
  'voice-not-ready': 'The agent’s telephone is not free at the moment. The chat goes on; try again in a moment.',
};

/**
 * The agent is taken for video, with the telephone off voice where that is the rule. Already so: nothing happens.
 * @throws Refusal `call-not-allowed` that says why not
 */
export async function enterVideo(centre: ContactCentre, log: InteractionLog): Promise<void> {
  const task = taskOf(centre, log);
  if (task?.state !== 'active') throw new Refusal('call-not-allowed');
  const { taskId } = task;
  if (task.domain === 'video') return;
  const isIt = (effect: RoutingEffect) =>
    (effect.type === 'task.domain-changed' ||
      effect.type === 'task.domain-refused' ||
      effect.type === 'task.changed') &&
    effect.taskId === taskId;
  const decided = centre.decisions.next(isIt, centre.config.limits.patienceMs);
  await centre.change(change => change.route({ type: 'task.domain-asked', taskId, domain: 'video' }));
  const answer = await decided;
  if (answer?.type === 'task.domain-changed') return;
  const because = answer?.type === 'task.domain-refused' ? answer.because : 'gone';
  throw new Refusal('call-not-allowed', answer ? sentences[because] : undefined);
}

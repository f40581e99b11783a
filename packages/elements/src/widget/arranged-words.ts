import type { ConversationContext } from '@eyeline/machines';
import type { Interaction } from '@eyeline/protocol';
import { isolate } from '../parts/isolate.ts';
import { windowWords } from '../parts/opening-words.ts';
import { phoneOf } from '../parts/phone-of.ts';
import { fallback } from '../sentences/fallback.ts';

/** What a customer who does not wait here is told: what happens next, or what became of it. */
export interface ArrangedWords {
  readonly title: string;
  readonly sentence: string;
}

export function arrangedWords(
  { interaction, entryPoint, participantId }: ConversationContext,
  now: number,
): ArrangedWords {
  const { callback, closed, domain, form, milestones } = interaction;
  if (closed) return endedWords(interaction, closed.participantId === participantId);
  if (domain !== 'callback' || !callback) {
    const canAnswer = entryPoint?.form.some(({ name, type }) => (type === 'email' || type === 'tel') && form[name]);
    return { title: fallback.haveMessage, sentence: canAnswer ? fallback.weAnswer : fallback.weRead };
  }
  const phone = phoneOf(form, entryPoint);
  const when = windowWords(callback, now, callback.zone);
  const plan = phone ? fallback.callYouAt(when, isolate(phone)) : fallback.callYou(when);
  const isTried = milestones.some(one => one.kind === 'callback-attempted' && one.outcome !== 'reached');
  return isTried
    ? { title: fallback.weTried, sentence: fallback.tryAgain(plan) }
    : { title: fallback.weCall, sentence: fallback.noNeedToWait(plan) };
}

function endedWords({ domain, closed }: Interaction, isOwn: boolean): ArrangedWords {
  if (domain !== 'callback') return { title: fallback.haveRead, sentence: fallback.thanksForMessage };
  if (isOwn) return { title: fallback.cancelled, sentence: fallback.willNotCall };
  return closed?.disposition === 'handled'
    ? { title: fallback.haveCalled, sentence: fallback.thanksForTalk }
    : { title: fallback.notReached, sentence: fallback.anotherTime };
}

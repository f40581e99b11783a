import type { ConversationContext } from '@eyeline/machines';
import type { Interaction } from '@eyeline/protocol';
import { isolate } from '../parts/isolate.ts';
import { windowWords } from '../parts/opening-words.ts';
import { phoneOf } from '../parts/phone-of.ts';

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
    return {
      title: 'We have your message',
      sentence: `You do not have to wait here: we read it${canAnswer ? ' and answer you' : ''}.`,
    };
  }
  const phone = phoneOf(form, entryPoint);
  const when = `We call you ${windowWords(callback, now, callback.zone)}${phone ? `, at ${isolate(phone)}` : ''}.`;
  const isTried = milestones.some(one => one.kind === 'callback-attempted' && one.outcome !== 'reached');
  return isTried
    ? { title: 'We tried to reach you', sentence: `We will try again. ${when}` }
    : { title: 'We call you back', sentence: `${when} You do not have to wait here.` };
}

function endedWords({ domain, closed }: Interaction, isOwn: boolean): ArrangedWords {
  if (domain !== 'callback') return { title: 'We have read your message', sentence: 'Thank you for writing to us.' };
  if (isOwn) return { title: 'The callback is cancelled', sentence: 'We will not call you.' };
  return closed?.disposition === 'handled'
    ? { title: 'We have called you', sentence: 'Thank you for talking to us.' }
    : { title: 'We did not reach you', sentence: 'Please choose another time, or write to us.' };
}

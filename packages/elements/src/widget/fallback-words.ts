import type { Fallback, FallbackOption, FallbackReason } from '@eyeline/protocol';
import { letterPath, phonePath } from '../icons/fallback-paths.ts';
import { chatPath, videoPath } from '../icons/paths.ts';
import { openingWords } from '../parts/opening-words.ts';

const nobody = 'Nobody can help with this right now';

const titles: Readonly<Record<FallbackReason, string>> = {
  closed: 'We are closed at the moment',
  'nobody-signed-in': nobody,
  'no-media': nobody,
  'no-skill': nobody,
  'agent-absent': nobody,
  overdue: 'This takes longer than it should',
  'queue-full': 'Too many people are waiting right now',
};

export const fallbackTitle = ({ because }: Fallback): string => titles[because];

/** When it is possible again, and that there is something else meanwhile. */
export function fallbackSentence({ opensAt }: Fallback, hasSteps: boolean, now: number): string {
  const opening = opensAt === null ? '' : `Opens ${openingWords(opensAt, now)}. `;
  return opening + (hasSteps ? 'Here is what we can do instead.' : opensAt === null ? 'Please try again later.' : '');
}

export const stepWords: Readonly<Record<FallbackOption, { icon: string; label: string; hint: string }>> = {
  video: { icon: videoPath, label: 'Video call', hint: 'Face to face, as soon as somebody is free' },
  chat: { icon: chatPath, label: 'Chat', hint: 'Write with us instead' },
  callback: { icon: phonePath, label: 'Call me back', hint: 'You choose the day and the time' },
  message: { icon: letterPath, label: 'Leave a message', hint: 'We read it as soon as we can' },
};

/** Where nothing waits any more, or nobody comes today, waiting leads nowhere. */
const final: readonly FallbackReason[] = ['closed', 'queue-full', 'overdue'];

/** Where somebody may come yet, waiting is no mistake. */
export const canWaitThough = ({ because }: Fallback): boolean => !final.includes(because);

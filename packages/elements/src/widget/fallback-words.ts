import type { Fallback, FallbackOption, FallbackReason } from '@eyeline/protocol';
import { letterPath, phonePath } from '../icons/fallback-paths.ts';
import { chatPath, videoPath } from '../icons/paths.ts';
import { openingWords } from '../parts/opening-words.ts';
import { fallback as sentences } from '../sentences/fallback.ts';
import { modes } from '../sentences/modes.ts';

const nobody = () => sentences.nobody;

const titles: Readonly<Record<FallbackReason, () => string>> = {
  closed: () => sentences.closed,
  'nobody-signed-in': nobody,
  'no-media': nobody,
  'no-skill': nobody,
  'agent-absent': nobody,
  overdue: () => sentences.overdue,
  'queue-full': () => sentences.queueFull,
};

/** `isVideo`: a call was asked for, which not everybody who is there can have. */
export const fallbackTitle = ({ because }: Fallback, isVideo = false): string =>
  isVideo && titles[because] === nobody ? modes.nobodyWithVideo : titles[because]();

/** When it is possible again, and that there is something else meanwhile. */
export function fallbackSentence({ opensAt }: Fallback, hasSteps: boolean, now: number): string {
  const parts = [
    opensAt === null ? '' : sentences.opens(openingWords(opensAt, now)),
    hasSteps ? sentences.instead : opensAt === null ? sentences.later : '',
  ];
  return parts.filter(Boolean).join(' ');
}

export interface StepWords {
  readonly icon: string;
  readonly label: string;
  readonly hint: string;
}

export function stepWords(step: FallbackOption): StepWords {
  switch (step) {
    case 'video':
      return { icon: videoPath, label: sentences.video, hint: sentences.videoHint };
    case 'chat':
      return { icon: chatPath, label: sentences.chat, hint: sentences.chatHint };
    case 'callback':
      return { icon: phonePath, label: sentences.callback, hint: sentences.callbackHint };
    case 'message':
      return { icon: letterPath, label: sentences.message, hint: sentences.messageHint };
  }
}

/** Where nothing waits any more, or nobody comes today, waiting leads nowhere. */
const final: readonly FallbackReason[] = ['closed', 'queue-full', 'overdue'];

/** Where somebody may come yet, waiting is no mistake. */
export const canWaitThough = ({ because }: Fallback): boolean => !final.includes(because);

import type { FallbackOption, ModeStanding } from '@eyeline/protocol';
import { voicePath } from '../icons/call-paths.ts';
import { chat } from '../sentences/chat.ts';
import { modes as sentences } from '../sentences/modes.ts';
import { type StepWords, stepWords } from './fallback-words.ts';
import { waitWords } from './wait-words.ts';

/** How a mode is called, and what happens. */
export function modeWords(mode: FallbackOption, { kind = 'two-way' }: Partial<ModeStanding> = {}): StepWords {
  const words = stepWords(mode);
  if (mode === 'chat') return { ...words, label: sentences.chat, hint: sentences.chatHint };
  if (mode !== 'video') return words;
  return {
    icon: kind === 'voice' ? voicePath : words.icon,
    label: sentences.calls[kind],
    hint: sentences.callHints[kind],
  };
}

/** Who could be asked for this now; empty where nobody has to be there. */
export function standingWords({ mode, kind, because, instead, wait }: ModeStanding): string {
  switch (because) {
    case null: {
      const time = wait && wait.highMs > 60_000 ? waitWords(wait) : '';
      if (time) return chat.waitingTime(time);
      if (mode === 'chat' || kind === 'voice') return sentences.somebodyThere;
      return mode === 'video' ? sentences.videoThere : '';
    }
    case 'closed':
      return sentences.closed;
    case 'queue-full':
      return sentences.full;
    default:
      if (mode === 'video' && kind !== 'voice') return sentences.noVideo(instead.map(one => sentences.instead[one]));
      return mode === 'video' || mode === 'chat' ? sentences.nobodyThere : sentences.notOffered;
  }
}

/** Whether it may be asked for all the same: somebody may come yet. */
export const canAskFor = ({ mode, because }: ModeStanding): boolean =>
  because === null || ((mode === 'video' || mode === 'chat') && because !== 'closed' && because !== 'queue-full');

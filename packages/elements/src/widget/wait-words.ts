import type { WaitEstimate } from '@eyeline/protocol';
import { chat } from '../sentences/chat.ts';

const minute = 60_000;

/** Figures that promise no more than is known: whole minutes, and above ten of them steps of five. */
const down = (minutes: number) => (minutes > 10 ? Math.floor(minutes / 5) * 5 : Math.floor(minutes));
const up = (minutes: number) => (minutes > 10 ? Math.ceil(minutes / 5) * 5 : Math.ceil(minutes));

/** How long it takes, as a range in words; empty where nobody can say. */
export function waitWords(wait: WaitEstimate | null): string {
  if (!wait) return '';
  const low = down(wait.lowMs / minute);
  const high = up(wait.highMs / minute);
  if (high <= 1) return chat.underMinute;
  if (low >= 60) return chat.overHour;
  if (low < 1) return chat.upTo(high);
  return low === high ? chat.about(low) : chat.between(low, high);
}

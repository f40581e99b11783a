import { catalogues, type Given } from './catalogues.ts';
import { type Language, speak } from './language.ts';
import { launcher } from './launcher.ts';
import { opening } from './opening.ts';
import { proactive } from './proactive.ts';

/** All that is read before a chat was opened. */
export const given = { launcher, opening, proactive };
const fill = catalogues(given);

export type LauncherLanguage = Given<typeof given>;

/** Has the round button, and what stands beside it, speak another language. */
export function useLauncherLanguage({ tag, dir, ...sentences }: Language & LauncherLanguage): void {
  fill(sentences);
  speak({ tag, dir });
}

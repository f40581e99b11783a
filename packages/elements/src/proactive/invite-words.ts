import type { ProactiveInvite } from '@eyeline/protocol';
import { language } from '../sentences/language.ts';
import { proactive } from '../sentences/proactive.ts';

type Words = ProactiveInvite['text'];

/** Words of the site in the language that is spoken; in English, or in whatever there is, where there are none in it. */
function inLanguage(words: Words): string | undefined {
  if (words === undefined || typeof words === 'string') return words;
  const [primary = ''] = language.tag.split('-');
  return words[language.tag] ?? words[primary] ?? words['en'] ?? Object.values(words)[0];
}

/** What an invitation says, and what stands on its buttons. */
export const inviteWords = ({ text, accept, mode = 'chat' }: Pick<ProactiveInvite, 'text' | 'accept' | 'mode'>) => ({
  text: inLanguage(text) ?? proactive.question,
  accept: inLanguage(accept) ?? proactive.accept[mode],
});

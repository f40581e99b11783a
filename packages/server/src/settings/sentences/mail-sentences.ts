import { type MailSentences, mailLanguages } from './mail-languages.ts';

export type { MailSentences };

const english: MailSentences = {
  tag: 'en',
  dir: 'ltr',
  title: title => `Conversation with ${title}`,
  times: zone => `Times: ${zone}`,
  you: 'You',
  somebody: 'Somebody',
  file: name => `File: ${name}`,
  joined: who => `${who} joined the chat`,
  left: who => `${who} left the chat`,
  handedOver: (who, to) => `${who} handed the chat over to ${to}`,
  ended: 'The chat has ended',
  why: 'You get this letter because this address was given for it in the chat. If that was not you, delete it.',
};

/** Those of `de` for `de-AT`; in English where nobody has written them. */
export function mailSentencesIn(tag: string): MailSentences {
  const [primary = ''] = tag.toLowerCase().split('-');
  return (Object.hasOwn(mailLanguages, primary) ? mailLanguages[primary] : undefined) ?? english;
}

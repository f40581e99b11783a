import type { LauncherLanguage } from '../../sentences/use-launcher-language.ts';

/** What is read before a chat was opened, and when it opens. */
export const launcher = {
  launcher: {
    closed: 'Siamo chiusi.',
    closedFor: (holiday: string) => `Chiuso: ${holiday}.`,
    opens: (when: string) => `Apriamo ${when}.`,
  },
  proactive: {
    invitation: 'Invito alla chat',
    question: 'Ha una domanda? Siamo qui per lei.',
    accept: {
      chat: 'Avvia la chat',
      video: 'Avvia la videochiamata',
      callback: 'Chiedi di essere richiamato',
      message: 'Lascia un messaggio',
    },
    dismiss: 'No, grazie',
  },
  opening: {
    today: 'oggi',
    tomorrow: 'domani',
    on: (date: string) => date,
    at: (day: string, time: string) => `${day} alle ore ${time} (ora sua)`,
    between: (day: string, from: string, until: string) => `${day} tra le ore ${from} e le ore ${until}`,
  },
} satisfies LauncherLanguage;

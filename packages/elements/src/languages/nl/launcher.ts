import type { LauncherLanguage } from '../../sentences/use-launcher-language.ts';

/** What is read before a chat was opened, and when it opens. */
export const launcher = {
  launcher: {
    closed: 'We zijn gesloten.',
    closedFor: (holiday: string) => `Gesloten: ${holiday}.`,
    opens: (when: string) => `We gaan ${when} open.`,
  },
  proactive: {
    invitation: 'Uitnodiging om te chatten',
    question: 'Hebt u een vraag? We staan voor u klaar.',
    accept: {
      chat: 'Chat starten',
      video: 'Videogesprek starten',
      callback: 'Om een telefoontje vragen',
      message: 'Bericht achterlaten',
    },
    dismiss: 'Nee, bedankt',
  },
  opening: {
    today: 'vandaag',
    tomorrow: 'morgen',
    on: (date: string) => `op ${date}`,
    at: (day: string, time: string) => `${day} om ${time} uur (uw tijd)`,
    between: (day: string, from: string, until: string) => `${day} tussen ${from} en ${until} uur`,
  },
} satisfies LauncherLanguage;

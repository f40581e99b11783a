import type { LauncherLanguage } from '../../sentences/use-launcher-language.ts';

/** What is read before a chat was opened, and when it opens. */
export const launcher = {
  launcher: {
    closed: 'Nieczynne.',
    closedFor: (holiday: string) => `Nieczynne: ${holiday}.`,
    opens: (when: string) => `Otwieramy ${when}.`,
  },
  proactive: {
    invitation: 'Zaproszenie do czatu',
    question: 'W czym możemy pomóc? Jesteśmy do dyspozycji.',
    accept: {
      chat: 'Rozpocznij czat',
      video: 'Rozpocznij rozmowę wideo',
      callback: 'Poproś o telefon',
      message: 'Zostaw wiadomość',
    },
    dismiss: 'Nie, dziękuję',
  },
  opening: {
    today: 'dzisiaj',
    tomorrow: 'jutro',
    // The weekday, with which a date begins, stands in the accusative: `w środę, 25 listopada`.
    on: (date: string) => `${date.startsWith('wt') ? 'we' : 'w'} ${date.replace(/^(środ|sobot|niedziel)a/, '$1ę')}`,
    at: (day: string, time: string) => `${day} o ${time} czasu lokalnego`,
    between: (day: string, from: string, until: string) => `${day} między ${from} a ${until}`,
  },
} satisfies LauncherLanguage;

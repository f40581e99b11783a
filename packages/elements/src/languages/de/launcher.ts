import type { LauncherLanguage } from '../../sentences/use-launcher-language.ts';

/** What is read before a chat was opened, and when it opens. */
export const launcher = {
  launcher: {
    closed: 'Wir haben geschlossen.',
    closedFor: (holiday: string) => `Geschlossen: ${holiday}.`,
    opens: (when: string) => `Wir öffnen ${when}.`,
  },
  proactive: {
    invitation: 'Einladung zum Chat',
    question: 'Haben Sie eine Frage? Wir sind für Sie da.',
    accept: {
      chat: 'Chat starten',
      video: 'Videoanruf starten',
      callback: 'Um Rückruf bitten',
      message: 'Nachricht hinterlassen',
    },
    dismiss: 'Nein, danke',
  },
  opening: {
    today: 'heute',
    tomorrow: 'morgen',
    on: (date: string) => `am ${date}`,
    at: (day: string, time: string) => `${day} um ${time} Ihrer Zeit`,
    between: (day: string, from: string, until: string) => `${day} zwischen ${from} und ${until}`,
  },
} satisfies LauncherLanguage;

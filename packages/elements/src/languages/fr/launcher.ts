import type { LauncherLanguage } from '../../sentences/use-launcher-language.ts';

/** What is read before a chat was opened, and when it opens. */
export const launcher = {
  launcher: {
    closed: 'Nous sommes fermés.',
    closedFor: (holiday: string) => `Fermé : ${holiday}.`,
    opens: (when: string) => `Nous ouvrons ${when}.`,
  },
  proactive: {
    invitation: 'Invitation à discuter',
    question: 'Vous avez une question ? Nous sommes là pour vous.',
    accept: {
      chat: 'Démarrer le chat',
      video: 'Démarrer un appel vidéo',
      callback: 'Demander à être rappelé',
      message: 'Laisser un message',
    },
    dismiss: 'Non merci',
  },
  opening: {
    today: 'aujourd’hui',
    tomorrow: 'demain',
    on: (date: string) => date,
    at: (day: string, time: string) => `${day} à ${time} (votre heure)`,
    between: (day: string, from: string, until: string) => `${day} entre ${from} et ${until}`,
  },
} satisfies LauncherLanguage;

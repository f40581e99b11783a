import type { LauncherLanguage } from '../../sentences/use-launcher-language.ts';

/** One o’clock is one hour, all others are several. */
const hour = (time: string) => `${/^0?1(?!\d)/.test(time) ? 'la' : 'las'} ${time}`;

/** What is read before a chat was opened, and when it opens. */
export const launcher = {
  launcher: {
    closed: 'Está cerrado.',
    closedFor: (holiday: string) => `Cerrado: ${holiday}.`,
    opens: (when: string) => `Abrimos ${when}.`,
  },
  proactive: {
    invitation: 'Invitación al chat',
    question: '¿Tiene alguna pregunta? Estamos aquí para ayudarle.',
    accept: {
      chat: 'Iniciar chat',
      video: 'Iniciar videollamada',
      callback: 'Pedir una llamada',
      message: 'Dejar un mensaje',
    },
    dismiss: 'No, gracias',
  },
  opening: {
    today: 'hoy',
    tomorrow: 'mañana',
    on: (date: string) => `el ${date}`,
    at: (day: string, time: string) => `${day} a ${hour(time)} (su hora local)`,
    between: (day: string, from: string, until: string) => `${day} entre ${hour(from)} y ${hour(until)}`,
  },
} satisfies LauncherLanguage;

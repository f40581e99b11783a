import type { LauncherLanguage } from '../../sentences/use-launcher-language.ts';

/** One o’clock is one hour, all others are several. */
const isOne = (time: string) => /^0?1(?!\d)/.test(time);
const at = (time: string) => `${isOne(time) ? 'à' : 'às'} ${time}`;
const hour = (time: string) => `${isOne(time) ? 'a' : 'as'} ${time}`;

/** What is read before a chat was opened, and when it opens. */
export const launcher = {
  launcher: {
    closed: 'Estamos fechados.',
    closedFor: (holiday: string) => `Fechado: ${holiday}.`,
    opens: (when: string) => `Abrimos ${when}.`,
  },
  proactive: {
    invitation: 'Convite para o chat',
    question: 'Tem alguma pergunta? Estamos aqui para ajudar.',
    accept: {
      chat: 'Iniciar chat',
      video: 'Iniciar videochamada',
      callback: 'Pedir uma chamada',
      message: 'Deixar uma mensagem',
    },
    dismiss: 'Não, obrigado',
  },
  opening: {
    today: 'hoje',
    tomorrow: 'amanhã',
    on: (date: string) => date,
    at: (day: string, time: string) => `${day} ${at(time)} (no seu fuso)`,
    between: (day: string, from: string, until: string) => `${day} entre ${hour(from)} e ${hour(until)}`,
  },
} satisfies LauncherLanguage;

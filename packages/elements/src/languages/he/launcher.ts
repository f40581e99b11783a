import type { LauncherLanguage } from '../../sentences/use-launcher-language.ts';

/** What is read before a chat was opened, and when it opens. */
export const launcher = {
  launcher: {
    closed: 'אנחנו סגורים.',
    closedFor: (holiday: string) => `סגור: ${holiday}.`,
    opens: (when: string) => `נפתח ${when}.`,
  },
  proactive: {
    invitation: 'הזמנה לצ׳אט',
    question: 'יש לכם שאלה? אנחנו כאן בשבילכם.',
    accept: {
      chat: 'התחלת צ׳אט',
      video: 'התחלת שיחת וידאו',
      callback: 'בקשה לשיחה',
      message: 'השארת הודעה',
    },
    dismiss: 'לא, תודה',
  },
  opening: {
    today: 'היום',
    tomorrow: 'מחר',
    on: (date: string) => `ב${date}`,
    at: (day: string, time: string) => `${day} בשעה ${time} לפי השעון שלכם`,
    between: (day: string, from: string, until: string) => `${day} בין ${from} ל-${until}`,
  },
} satisfies LauncherLanguage;

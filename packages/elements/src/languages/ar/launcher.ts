import type { LauncherLanguage } from '../../sentences/use-launcher-language.ts';

/** What is read before a chat was opened, and when it opens. */
export const launcher = {
  launcher: {
    closed: 'نحن خارج أوقات العمل.',
    closedFor: (holiday: string) => `مغلق: ${holiday}.`,
    opens: (when: string) => `نفتح ${when}.`,
  },
  proactive: {
    invitation: 'دعوة إلى الدردشة',
    question: 'هل لديك سؤال؟ نحن هنا لمساعدتك.',
    accept: {
      chat: 'بدء الدردشة',
      video: 'بدء مكالمة فيديو',
      callback: 'طلب مكالمة',
      message: 'ترك رسالة',
    },
    dismiss: 'لا، شكرًا',
  },
  opening: {
    today: 'اليوم',
    tomorrow: 'غدًا',
    on: (date: string) => `يوم ${date}`,
    at: (day: string, time: string) => `${day} في الساعة ${time} بتوقيتك`,
    between: (day: string, from: string, until: string) => `${day} بين الساعة ${from} والساعة ${until}`,
  },
} satisfies LauncherLanguage;

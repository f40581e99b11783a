import type { LauncherLanguage } from '../../sentences/use-launcher-language.ts';

/** What is read before a chat was opened, and when it opens. */
export const launcher = {
  launcher: {
    closed: 'Kapalıyız.',
    closedFor: (holiday: string) => `Kapalı: ${holiday}.`,
    opens: (when: string) => `Açılış: ${when}.`,
  },
  proactive: {
    invitation: 'Sohbet daveti',
    question: 'Sorunuz mu var? Size yardımcı olmak için buradayız.',
    accept: {
      chat: 'Sohbeti başlat',
      video: 'Görüntülü arama başlat',
      callback: 'Aranmayı iste',
      message: 'Mesaj bırak',
    },
    dismiss: 'Hayır, teşekkürler',
  },
  opening: {
    today: 'bugün',
    tomorrow: 'yarın',
    on: (date: string) => `${date} günü`,
    at: (day: string, time: string) => `${day} saat ${time} (sizin saatinizle)`,
    between: (day: string, from: string, until: string) => `${day} ${from}–${until} saatleri arasında`,
  },
} satisfies LauncherLanguage;

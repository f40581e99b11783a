import type { LauncherLanguage } from '../../sentences/use-launcher-language.ts';

/** What is read before a chat was opened, and when it opens. */
export const launcher = {
  launcher: {
    closed: '受付時間外です。',
    closedFor: (holiday: string) => `${holiday}のため休業しています。`,
    opens: (when: string) => `${when}から受け付けます。`,
  },
  proactive: {
    invitation: 'チャットへのご案内',
    question: 'ご質問はありますか。こちらでお答えします。',
    accept: {
      chat: 'チャットを開始',
      video: 'ビデオ通話を開始',
      callback: '電話を依頼する',
      message: 'メッセージを残す',
    },
    dismiss: 'いいえ、結構です',
  },
  opening: {
    today: '本日',
    tomorrow: '明日',
    on: (date: string) => date,
    at: (day: string, time: string) => `${day} ${time}（お客様の現地時間）`,
    between: (day: string, from: string, until: string) => `${day} ${from}～${until}`,
  },
} satisfies LauncherLanguage;

import type { WidgetLanguage } from '../../sentences/use-language.ts';

/** What there is when a conversation is over. */
export const after = {
  after: {
    survey: 'いかがでしたか？',
    askStars: '私たちのサポートはいかがでしたか？',
    star: (stars: number) => `星5つ中${stars}つ`,
    askNps: '私たちをほかの人に勧める可能性はどのくらいありますか？',
    notAtAll: 'まったくない',
    veryLikely: 'とても高い',
    askText: '何か伝えたいことはありますか？',
    answer: '回答を送信',
    skip: '今はしない',
    answering: '回答を送信しています。',
    answered: 'ありがとうございます。回答を受け取りました。',

    transcript: '会話を保存',
    asText: 'テキスト',
    asPage: 'ウェブページ',
    fileName: 'chat',
    transcriptOf: (title: string) => `${title}との会話`,
    times: (zone: string) => `時刻：${zone}`,
    file: (name: string) => `ファイル：${name}`,
  },
} satisfies Partial<WidgetLanguage>;

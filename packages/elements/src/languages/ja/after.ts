import type { WidgetLanguage } from '../../sentences/use-language.ts';

/** What there is when a conversation is over, and fields that only some forms have. */
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
    nothingYet: '少なくとも1つの質問にお答えください。',
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
  fields: {
    number: '12や1.5のように数字を入力してください。',
    date: '日付を選んでください。',
    least: (least: string) => `${least}以上にしてください。`,
    most: (most: string) => `${most}以下にしてください。`,
    first: (day: string) => `${day}以降にしてください。`,
    last: (day: string) => `${day}以前にしてください。`,
    pattern: '書き方を確認してください。',
    tick: '続けるにはチェックを入れてください。',
    chooseSome: '1つ以上選んでください。',
  },
} satisfies Partial<WidgetLanguage>;

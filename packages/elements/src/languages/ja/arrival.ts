import type { ArrivalLanguage } from '../../sentences/use-arrival-language.ts';

/** Who comes by a link. */
export const arrival = {
  arrival: {
    loading: 'お待ちください…',
    invites: (company: string) => `${company}から、今ご覧のものを見せていただくためのご案内です`,
    camera: '許可していただくと、カメラの映像が表示されます。いつでもオフにできます。',
    telephone: '音声はありません。お電話でそのままお話しください。',
    microphone: '許可していただくと、マイクを使います。',
    microphones: '許可していただくと、あなたと相手のマイクを使います。',
    nothingInstalled: 'インストールもアカウントも必要ありません。',
    proceed: '続ける',
    chat: 'チャットにする',
    again: 'もう一度試す',
    doesNotOpen: 'このリンクは開けません',
    notNow: 'うまくいきませんでした',
    unreached: '接続できません',
    staysGood: '接続を確認して、もう一度お試しください。リンクは引き続き有効です。',
    forAgent: 'このリンクは担当者用です。担当者の画面で開きます。',
  },
} satisfies Partial<ArrivalLanguage>;

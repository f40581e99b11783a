import type { WidgetLanguage } from '../../sentences/use-language.ts';

/** What there is when a conversation is over. */
export const after = {
  after: {
    survey: 'איך היה?',
    askStars: 'עד כמה הייתם מרוצים מהעזרה שלנו?',
    star: (stars: number) => `${stars} מתוך 5 כוכבים`,
    askNps: 'מה הסיכוי שתמליצו עלינו?',
    notAtAll: 'סיכוי נמוך מאוד',
    veryLikely: 'סיכוי גבוה מאוד',
    askText: 'מה כדאי שנדע?',
    answer: 'שליחת התשובה',
    skip: 'לא עכשיו',
    answering: 'התשובה שלכם נשלחת.',
    answered: 'תודה. התשובה שלכם התקבלה.',

    transcript: 'שמירת השיחה',
    asText: 'טקסט',
    asPage: 'דף אינטרנט',
    fileName: 'chat',
    transcriptOf: (title: string) => `שיחה עם ${title}`,
    times: (zone: string) => `שעות: ${zone}`,
    file: (name: string) => `קובץ: ${name}`,
  },
} satisfies Partial<WidgetLanguage>;

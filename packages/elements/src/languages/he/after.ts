import type { WidgetLanguage } from '../../sentences/use-language.ts';

/** What there is when a conversation is over, and fields that only some forms have. */
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
    nothingYet: 'יש לענות על שאלה אחת לפחות.',
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
  fields: {
    number: 'כתבו מספר, למשל 12 או 1.5.',
    date: 'בחרו יום.',
    least: (least: string) => `לא פחות מ־${least}.`,
    most: (most: string) => `לא יותר מ־${most}.`,
    first: (day: string) => `לא לפני ${day}.`,
    last: (day: string) => `לא אחרי ${day}.`,
    pattern: 'בדקו איך זה כתוב.',
    tick: 'סמנו כאן כדי להמשיך.',
    chooseSome: 'בחרו לפחות אחת מהאפשרויות.',
  },
} satisfies Partial<WidgetLanguage>;

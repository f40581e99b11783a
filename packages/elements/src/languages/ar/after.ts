import type { WidgetLanguage } from '../../sentences/use-language.ts';

/** What there is when a conversation is over, and fields that only some forms have. */
export const after = {
  after: {
    survey: 'كيف كانت المحادثة؟',
    askStars: 'ما رأيك في مساعدتنا؟',
    star: (stars: number) => `${stars} من 5 نجوم`,
    askNps: 'ما مدى احتمال أن توصي بنا؟',
    notAtAll: 'غير محتمل إطلاقًا',
    veryLikely: 'محتمل جدًا',
    askText: 'ما الذي ينبغي أن نعرفه؟',
    answer: 'إرسال الإجابة',
    skip: 'ليس الآن',
    nothingYet: 'يُرجى الإجابة عن سؤال واحد على الأقل.',
    answering: 'يجري إرسال إجابتك.',
    answered: 'شكرًا لك. وصلتنا إجابتك.',

    transcript: 'حفظ المحادثة',
    asText: 'نص',
    asPage: 'صفحة ويب',
    fileName: 'chat',
    transcriptOf: (title: string) => `محادثة مع ${title}`,
    times: (zone: string) => `الأوقات: ${zone}`,
    file: (name: string) => `ملف: ${name}`,
  },
  fields: {
    number: 'اكتب رقمًا، مثل 12 أو 1.5.',
    date: 'اختر يومًا.',
    least: (least: string) => `لا يقل عن ${least}.`,
    most: (most: string) => `لا يزيد على ${most}.`,
    first: (day: string) => `ليس قبل ${day}.`,
    last: (day: string) => `ليس بعد ${day}.`,
    pattern: 'تحقق من طريقة الكتابة.',
    tick: 'ضع علامة هنا للمتابعة.',
    chooseSome: 'اختر واحدًا منها على الأقل.',
  },
} satisfies Partial<WidgetLanguage>;

import type { ArrivalLanguage } from '../../sentences/use-arrival-language.ts';

/** Who comes by a link. */
export const arrival = {
  arrival: {
    loading: 'لحظة واحدة…',
    invites: (company: string) => `⁨${company}⁩ تدعوك إلى عرض ما تراه`,
    camera: 'صورة الكاميرا لديك، حين تسمح بذلك. يمكنك إيقافها في أي وقت.',
    telephone: 'بلا صوت: تواصل الحديث عبر الهاتف.',
    microphone: 'الميكروفون لديك، حين تسمح بذلك.',
    microphones: 'الميكروفون لديك ولدى الطرف الآخر، حين تسمح بذلك.',
    nothingInstalled: 'لا يُثبَّت أي شيء، ولا تحتاج إلى حساب.',
    proceed: 'متابعة',
    chat: 'المحادثة الكتابية بدلًا من ذلك',
    again: 'إعادة المحاولة',
    doesNotOpen: 'هذا الرابط لا يُفتح',
    notNow: 'لم ينجح ذلك',
    unreached: 'لا يمكن الوصول إلينا',
    staysGood: 'تحقق من اتصالك، ثم أعد المحاولة. يبقى الرابط صالحًا.',
    forAgent: 'هذا الرابط للموظف، وهو يفتحه في مكتبه.',
  },
} satisfies Partial<ArrivalLanguage>;

import type { ArrivalLanguage } from '../../sentences/use-arrival-language.ts';

/** Who comes by a link. */
export const arrival = {
  arrival: {
    loading: 'רק רגע…',
    invites: (company: string) => `⁨${company}⁩ מזמינים אותך להראות את מה שרואים אצלך`,
    camera: 'התמונה מהמצלמה שלך, ברגע שיינתן אישור. אפשר לכבות אותה בכל עת.',
    telephone: 'בלי קול: השיחה נמשכת בטלפון.',
    microphone: 'המיקרופון שלך, ברגע שיינתן אישור.',
    microphones: 'המיקרופון שלך ושל הצד השני, ברגע שיינתן אישור.',
    nothingInstalled: 'לא מתקינים דבר, ואין צורך בחשבון.',
    proceed: 'המשך',
    chat: 'צ׳אט במקום זאת',
    again: 'ניסיון נוסף',
    doesNotOpen: 'הקישור הזה לא נפתח',
    notNow: 'זה לא הצליח',
    unreached: 'לא ניתן להשיג אותנו',
    staysGood: 'כדאי לבדוק את החיבור ולנסות שוב. הקישור נשאר בתוקף.',
    forAgent: 'הקישור הזה מיועד לנציג, שפותח אותו בעמדה.',
  },
} satisfies Partial<ArrivalLanguage>;

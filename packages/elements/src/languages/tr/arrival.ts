import type { ArrivalLanguage } from '../../sentences/use-arrival-language.ts';

/** Who comes by a link. */
export const arrival = {
  arrival: {
    loading: 'Bir saniye…',
    invites: (company: string) => `${company} sizi gördüğünüzü göstermeye davet ediyor`,
    camera: 'İzin verdiğinizde kameranızın görüntüsü. İstediğiniz an kapatabilirsiniz.',
    telephone: 'Ses yok: telefonda konuşmaya devam edersiniz.',
    microphone: 'İzin verdiğinizde mikrofonunuz.',
    microphones: 'İzin verdiğinizde mikrofonunuz ve karşı tarafınki.',
    nothingInstalled: 'Hiçbir şey kurulmaz ve hesap gerekmez.',
    proceed: 'Devam et',
    chat: 'Bunun yerine yazış',
    again: 'Yeniden dene',
    doesNotOpen: 'Bu bağlantı açılmıyor',
    notNow: 'Olmadı',
    unreached: 'Bize ulaşılamıyor',
    staysGood: 'Bağlantınızı denetleyip yeniden deneyin. Bağlantı geçerli kalır.',
    forAgent: 'Bu bağlantı, onu masasında açan temsilci içindir.',
  },
} satisfies Partial<ArrivalLanguage>;

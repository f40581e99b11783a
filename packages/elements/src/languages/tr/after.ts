import type { WidgetLanguage } from '../../sentences/use-language.ts';

/** What there is when a conversation is over, and fields that only some forms have. */
export const after = {
  after: {
    survey: 'Nasıldı?',
    askStars: 'Yardımımızdan ne kadar memnun kaldınız?',
    star: (stars: number) => `5 üzerinden ${stars} yıldız`,
    askNps: 'Bizi tavsiye etme olasılığınız nedir?',
    notAtAll: 'Hiç olası değil',
    veryLikely: 'Çok olası',
    askText: 'Neyi bilmeliyiz?',
    answer: 'Yanıtı gönder',
    skip: 'Şimdi değil',
    nothingYet: 'En az bir soruyu yanıtlayın.',
    answering: 'Yanıtınız gönderiliyor.',
    answered: 'Teşekkürler. Yanıtınız bize ulaştı.',

    transcript: 'Görüşmeyi kaydet',
    asText: 'Metin',
    asPage: 'Web sayfası',
    fileName: 'sohbet',
    transcriptOf: (title: string) => `Görüşme: ${title}`,
    times: (zone: string) => `Saatler: ${zone}`,
    file: (name: string) => `Dosya: ${name}`,
  },
  fields: {
    number: '12 veya 1,5 gibi bir sayı yazın.',
    date: 'Bir gün seçin.',
    least: (least: string) => `En az ${least} olmalı.`,
    most: (most: string) => `En fazla ${most} olmalı.`,
    first: (day: string) => `${day} tarihinden önce olamaz.`,
    last: (day: string) => `${day} tarihinden sonra olamaz.`,
    pattern: 'Yazılışını kontrol edin.',
    tick: 'Devam etmek için bunu işaretleyin.',
    chooseSome: 'Bunlardan en az birini seçin.',
  },
} satisfies Partial<WidgetLanguage>;

import type { WidgetLanguage } from '../../sentences/use-language.ts';

/** What there is when a conversation is over. */
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
} satisfies Partial<WidgetLanguage>;

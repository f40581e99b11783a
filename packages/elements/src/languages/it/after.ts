import type { WidgetLanguage } from '../../sentences/use-language.ts';

/** What there is when a conversation is over. */
export const after = {
  after: {
    survey: 'Com’è andata?',
    askStars: 'È rimasto soddisfatto del nostro aiuto?',
    star: (stars: number) => `${stars} stelle su 5`,
    askNps: 'Con quale probabilità ci consiglierebbe?',
    notAtAll: 'Per niente probabile',
    veryLikely: 'Molto probabile',
    askText: 'Che cosa dovremmo sapere?',
    answer: 'Inviare la risposta',
    skip: 'Non ora',
    answering: 'La sua risposta viene inviata.',
    answered: 'Grazie. La sua risposta è arrivata.',

    transcript: 'Salvare la conversazione',
    asText: 'Testo',
    asPage: 'Pagina web',
    fileName: 'chat',
    transcriptOf: (title: string) => `Conversazione con ${title}`,
    times: (zone: string) => `Orari: ${zone}`,
    file: (name: string) => `File: ${name}`,
  },
} satisfies Partial<WidgetLanguage>;

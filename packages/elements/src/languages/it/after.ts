import type { WidgetLanguage } from '../../sentences/use-language.ts';

/** What there is when a conversation is over, and fields that only some forms have. */
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
    nothingYet: 'Risponda ad almeno una domanda.',
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
  fields: {
    number: 'Scriva un numero, come 12 o 1,5.',
    date: 'Scelga un giorno.',
    least: (least: string) => `Non meno di ${least}.`,
    most: (most: string) => `Non più di ${most}.`,
    first: (day: string) => `Non prima del giorno ${day}.`,
    last: (day: string) => `Non dopo il giorno ${day}.`,
    pattern: 'Controlli come è scritto.',
    tick: 'Selezioni questa casella per continuare.',
    chooseSome: 'Scelga almeno una di queste opzioni.',
  },
} satisfies Partial<WidgetLanguage>;

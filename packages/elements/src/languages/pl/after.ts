import type { WidgetLanguage } from '../../sentences/use-language.ts';

/** What there is when a conversation is over. */
export const after = {
  after: {
    survey: 'Jak poszło?',
    askStars: 'Jak oceniasz naszą pomoc?',
    star: (stars: number) => `${stars} na 5 gwiazdek`,
    askNps: 'Na ile prawdopodobne jest, że nas polecisz?',
    notAtAll: 'Bardzo mało prawdopodobne',
    veryLikely: 'Bardzo prawdopodobne',
    askText: 'Co powinniśmy wiedzieć?',
    answer: 'Wyślij odpowiedź',
    skip: 'Nie teraz',
    answering: 'Odpowiedź jest wysyłana.',
    answered: 'Dziękujemy. Mamy Twoją odpowiedź.',

    transcript: 'Zapisz rozmowę',
    asText: 'Tekst',
    asPage: 'Strona internetowa',
    fileName: 'czat',
    transcriptOf: (title: string) => `Rozmowa: ${title}`,
    times: (zone: string) => `Godziny: ${zone}`,
    file: (name: string) => `Plik: ${name}`,
  },
} satisfies Partial<WidgetLanguage>;

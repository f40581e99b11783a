import type { WidgetLanguage } from '../../sentences/use-language.ts';

/** What there is when a conversation is over, and fields that only some forms have. */
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
    nothingYet: 'Prosimy odpowiedzieć na co najmniej jedno pytanie.',
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
  fields: {
    number: 'Wpisz liczbę, na przykład 12 lub 1,5.',
    date: 'Wybierz dzień.',
    least: (least: string) => `Nie mniej niż ${least}.`,
    most: (most: string) => `Nie więcej niż ${most}.`,
    first: (day: string) => `Nie wcześniej niż ${day}.`,
    last: (day: string) => `Nie później niż ${day}.`,
    pattern: 'Sprawdź, jak to jest zapisane.',
    tick: 'Zaznacz to pole, aby przejść dalej.',
    chooseSome: 'Wybierz co najmniej jedną z tych opcji.',
  },
} satisfies Partial<WidgetLanguage>;

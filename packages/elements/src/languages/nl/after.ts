import type { WidgetLanguage } from '../../sentences/use-language.ts';

/** What there is when a conversation is over. */
export const after = {
  after: {
    survey: 'Hoe was het?',
    askStars: 'Hoe tevreden bent u over onze hulp?',
    star: (stars: number) => `${stars} van 5 sterren`,
    askNps: 'Hoe waarschijnlijk is het dat u ons aanbeveelt?',
    notAtAll: 'Zeer onwaarschijnlijk',
    veryLikely: 'Zeer waarschijnlijk',
    askText: 'Wat moeten wij weten?',
    answer: 'Antwoord versturen',
    skip: 'Niet nu',
    answering: 'Uw antwoord wordt verstuurd.',
    answered: 'Dank u. Uw antwoord is bij ons.',

    transcript: 'Gesprek opslaan',
    asText: 'Tekst',
    asPage: 'Webpagina',
    fileName: 'chat',
    transcriptOf: (title: string) => `Gesprek met ${title}`,
    times: (zone: string) => `Tijden: ${zone}`,
    file: (name: string) => `Bestand: ${name}`,
  },
} satisfies Partial<WidgetLanguage>;

import type { WidgetLanguage } from '../../sentences/use-language.ts';

/** What there is when a conversation is over, and fields that only some forms have. */
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
    nothingYet: 'Beantwoord ten minste één vraag.',
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
  fields: {
    number: 'Vul een getal in, zoals 12 of 1,5.',
    date: 'Kies een dag.',
    least: (least: string) => `Niet minder dan ${least}.`,
    most: (most: string) => `Niet meer dan ${most}.`,
    first: (day: string) => `Niet voor ${day}.`,
    last: (day: string) => `Niet na ${day}.`,
    pattern: 'Controleer hoe dit geschreven is.',
    tick: 'Vink dit aan om verder te gaan.',
    chooseSome: 'Kies er minstens een van.',
  },
} satisfies Partial<WidgetLanguage>;

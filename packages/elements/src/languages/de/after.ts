import type { WidgetLanguage } from '../../sentences/use-language.ts';

/** What there is when a conversation is over, and fields that only some forms have. */
export const after = {
  after: {
    survey: 'Wie war es?',
    askStars: 'Wie zufrieden waren Sie mit unserer Hilfe?',
    star: (stars: number) => `${stars} von 5 Sternen`,
    askNps: 'Wie wahrscheinlich ist es, dass Sie uns weiterempfehlen?',
    notAtAll: 'Sehr unwahrscheinlich',
    veryLikely: 'Sehr wahrscheinlich',
    askText: 'Was sollten wir wissen?',
    answer: 'Antwort senden',
    skip: 'Jetzt nicht',
    nothingYet: 'Beantworten Sie mindestens eine Frage.',
    answering: 'Ihre Antwort wird gesendet.',
    answered: 'Vielen Dank. Ihre Antwort ist bei uns.',

    transcript: 'Gespräch speichern',
    asText: 'Text',
    asPage: 'Webseite',
    fileName: 'chat',
    transcriptOf: (title: string) => `Gespräch mit ${title}`,
    times: (zone: string) => `Zeiten: ${zone}`,
    byMail: 'E-Mail',
    sendTranscript: 'Gespräch per E-Mail senden',
    mailTo: 'An diese Adresse',
    mailSend: 'Senden',
    mailCancel: 'Abbrechen',
    mailAsking: 'Einen Moment',
    mailWaiting: (to: string) => `Unterwegs an ${to}`,
    mailSent: (to: string) => `Gesendet an ${to}`,
    mailFailed: (to: string) =>
      `Das Senden an ${to} ist nicht gelungen. Prüfen Sie die Adresse und versuchen Sie es noch einmal.`,
    file: (name: string) => `Datei: ${name}`,
  },
  fields: {
    number: 'Geben Sie eine Zahl ein, etwa 12 oder 1,5.',
    date: 'Wählen Sie einen Tag.',
    least: (least: string) => `Nicht weniger als ${least}.`,
    most: (most: string) => `Nicht mehr als ${most}.`,
    first: (day: string) => `Nicht vor dem ${day}.`,
    last: (day: string) => `Nicht nach dem ${day}.`,
    pattern: 'Prüfen Sie die Schreibweise.',
    tick: 'Setzen Sie hier ein Häkchen, um fortzufahren.',
    chooseSome: 'Wählen Sie mindestens eines davon.',
  },
} satisfies Partial<WidgetLanguage>;

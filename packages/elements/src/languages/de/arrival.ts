import type { ArrivalLanguage } from '../../sentences/use-arrival-language.ts';

/** Who comes by a link. */
export const arrival = {
  arrival: {
    loading: 'Einen Moment …',
    invites: (company: string) => `${company} lädt Sie ein zu zeigen, was Sie sehen`,
    camera: 'Das Bild Ihrer Kamera, sobald Sie es erlauben. Sie können sie jederzeit ausschalten.',
    telephone: 'Kein Ton: Sie sprechen am Telefon weiter.',
    microphone: 'Ihr Mikrofon, sobald Sie es erlauben.',
    microphones: 'Ihr Mikrofon und das der anderen Seite, sobald Sie es erlauben.',
    nothingInstalled: 'Es wird nichts installiert, und Sie brauchen kein Konto.',
    proceed: 'Weiter',
    chat: 'Stattdessen chatten',
    again: 'Noch einmal versuchen',
    doesNotOpen: 'Dieser Link lässt sich nicht öffnen',
    notNow: 'Das hat nicht geklappt',
    unreached: 'Wir sind nicht erreichbar',
    staysGood: 'Prüfen Sie Ihre Verbindung, und versuchen Sie es noch einmal. Der Link bleibt gültig.',
    forAgent: 'Dieser Link ist für den Agenten, der ihn am Arbeitsplatz öffnet.',
  },
} satisfies Partial<ArrivalLanguage>;

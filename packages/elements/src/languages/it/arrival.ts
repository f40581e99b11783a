import type { ArrivalLanguage } from '../../sentences/use-arrival-language.ts';

/** Who comes by a link. */
export const arrival = {
  arrival: {
    loading: 'Un momento…',
    invites: (company: string) => `${company} la invita a mostrare ciò che vede`,
    camera: 'L’immagine della sua fotocamera, appena lo consente. Può spegnerla in qualsiasi momento.',
    telephone: 'Nessun audio: continua a parlare al telefono.',
    microphone: 'Il suo microfono, appena lo consente.',
    microphones: 'Il suo microfono e quello dell’altra persona, appena lo consente.',
    nothingInstalled: 'Non si installa nulla e non serve un account.',
    proceed: 'Continua',
    chat: 'Passa alla chat',
    again: 'Riprova',
    doesNotOpen: 'Questo link non si apre',
    notNow: 'Non ha funzionato',
    unreached: 'Non siamo raggiungibili',
    staysGood: 'Controlli la connessione e riprovi. Il link resta valido.',
    forAgent: 'Questo link è per l’operatore, che lo apre dalla sua postazione.',
  },
} satisfies Partial<ArrivalLanguage>;

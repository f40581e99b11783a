import type { ArrivalLanguage } from '../../sentences/use-arrival-language.ts';

/** Who comes by a link. */
export const arrival = {
  arrival: {
    loading: 'Chwileczkę…',
    invites: (company: string) => `${company} zaprasza do pokazania tego, co widać`,
    camera: 'Obraz z kamery, gdy na to pozwolisz. Możesz ją wyłączyć w każdej chwili.',
    telephone: 'Bez dźwięku: rozmowa toczy się dalej przez telefon.',
    microphone: 'Mikrofon, gdy na to pozwolisz.',
    microphones: 'Twój mikrofon i drugiej strony, gdy na to pozwolisz.',
    nothingInstalled: 'Niczego się nie instaluje i nie trzeba mieć konta.',
    proceed: 'Dalej',
    chat: 'Wolę czat',
    again: 'Spróbuj ponownie',
    doesNotOpen: 'Ten link się nie otwiera',
    notNow: 'Nie udało się',
    unreached: 'Nie można się z nami połączyć',
    staysGood: 'Sprawdź połączenie i spróbuj ponownie. Link pozostaje ważny.',
    forAgent: 'Ten link jest dla konsultanta, który otwiera go na swoim stanowisku.',
  },
} satisfies Partial<ArrivalLanguage>;

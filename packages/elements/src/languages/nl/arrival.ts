import type { ArrivalLanguage } from '../../sentences/use-arrival-language.ts';

/** Who comes by a link. */
export const arrival = {
  arrival: {
    loading: 'Een moment…',
    invites: (company: string) => `${company} nodigt u uit te laten zien wat u ziet`,
    camera: 'Het beeld van uw camera, zodra u dat toestaat. U kunt hem op elk moment uitzetten.',
    telephone: 'Geen geluid: u praat verder aan de telefoon.',
    microphone: 'Uw microfoon, zodra u dat toestaat.',
    microphones: 'Uw microfoon en die van de ander, zodra u dat toestaat.',
    nothingInstalled: 'Er wordt niets geïnstalleerd en u hebt geen account nodig.',
    proceed: 'Doorgaan',
    chat: 'In plaats daarvan chatten',
    again: 'Opnieuw proberen',
    doesNotOpen: 'Deze link gaat niet open',
    notNow: 'Dat is niet gelukt',
    unreached: 'We zijn niet bereikbaar',
    staysGood: 'Controleer uw verbinding en probeer het opnieuw. De link blijft geldig.',
    forAgent: 'Deze link is voor de medewerker, die hem op de werkplek opent.',
  },
} satisfies Partial<ArrivalLanguage>;

import type { ArrivalLanguage } from '../../sentences/use-arrival-language.ts';

/** Who comes by a link. */
export const arrival = {
  arrival: {
    loading: 'Un momento…',
    invites: (company: string) => `${company} le invita a mostrar lo que ve`,
    camera: 'La imagen de su cámara, cuando lo permita. Puede apagarla en cualquier momento.',
    telephone: 'Sin sonido: usted sigue hablando por teléfono.',
    microphone: 'Su micrófono, cuando lo permita.',
    microphones: 'Su micrófono y el de la otra persona, cuando lo permita.',
    nothingInstalled: 'No se instala nada y no necesita una cuenta.',
    proceed: 'Continuar',
    chat: 'Chatear en su lugar',
    again: 'Intentar de nuevo',
    doesNotOpen: 'Este enlace no se abre',
    notNow: 'No ha funcionado',
    unreached: 'No se nos puede localizar',
    staysGood: 'Compruebe su conexión e inténtelo de nuevo. El enlace sigue siendo válido.',
    forAgent: 'Este enlace es para el agente, que lo abre en su puesto.',
  },
} satisfies Partial<ArrivalLanguage>;

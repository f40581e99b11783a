import type { ArrivalLanguage } from '../../sentences/use-arrival-language.ts';

/** Who comes by a link. */
export const arrival = {
  arrival: {
    loading: 'Un instant…',
    invites: (company: string) => `${company} vous invite à montrer ce que vous voyez`,
    camera: 'L’image de votre caméra, dès que vous l’autorisez. Vous pouvez la couper à tout moment.',
    telephone: 'Pas de son : vous continuez à parler au téléphone.',
    microphone: 'Votre micro, dès que vous l’autorisez.',
    microphones: 'Votre micro et le leur, dès que vous l’autorisez.',
    nothingInstalled: 'Rien à installer, et aucun compte n’est nécessaire.',
    proceed: 'Continuer',
    chat: 'Passer au chat',
    again: 'Réessayer',
    doesNotOpen: 'Ce lien ne s’ouvre pas',
    notNow: 'Cela n’a pas fonctionné',
    unreached: 'Nous sommes injoignables',
    staysGood: 'Vérifiez votre connexion, puis réessayez. Le lien reste valable.',
    forAgent: 'Ce lien est pour l’agent, qui l’ouvre à son poste.',
  },
} satisfies Partial<ArrivalLanguage>;

import type { ArrivalLanguage } from '../../sentences/use-arrival-language.ts';

/** Who comes by a link. */
export const arrival = {
  arrival: {
    loading: 'Um momento…',
    invites: (company: string) => `${company} convida você a mostrar o que vê`,
    camera: 'A imagem da sua câmera, assim que você permitir. Você pode desligá-la a qualquer momento.',
    telephone: 'Sem som: você continua falando ao telefone.',
    microphone: 'Seu microfone, assim que você permitir.',
    microphones: 'Seu microfone e o da outra pessoa, assim que você permitir.',
    nothingInstalled: 'Nada é instalado, e você não precisa de uma conta.',
    proceed: 'Continuar',
    chat: 'Conversar por chat',
    again: 'Tentar de novo',
    doesNotOpen: 'Este link não abre',
    notNow: 'Não funcionou',
    unreached: 'Não foi possível falar conosco',
    staysGood: 'Verifique sua conexão e tente de novo. O link continua válido.',
    forAgent: 'Este link é para o atendente, que o abre no seu posto.',
  },
} satisfies Partial<ArrivalLanguage>;

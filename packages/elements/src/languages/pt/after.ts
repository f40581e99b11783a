import type { WidgetLanguage } from '../../sentences/use-language.ts';

/** What there is when a conversation is over, and fields that only some forms have. */
export const after = {
  after: {
    survey: 'Como foi?',
    askStars: 'O que achou da nossa ajuda?',
    star: (stars: number) => `${stars} de 5 estrelas`,
    askNps: 'Qual é a probabilidade de nos recomendar?',
    notAtAll: 'Nada provável',
    veryLikely: 'Muito provável',
    askText: 'O que devemos saber?',
    answer: 'Enviar resposta',
    skip: 'Agora não',
    nothingYet: 'Responda a pelo menos uma pergunta.',
    answering: 'A sua resposta está a ser enviada.',
    answered: 'Obrigado. Recebemos a sua resposta.',

    transcript: 'Guardar a conversa',
    asText: 'Texto',
    asPage: 'Página web',
    fileName: 'chat',
    transcriptOf: (title: string) => `Conversa com ${title}`,
    times: (zone: string) => `Horas: ${zone}`,
    file: (name: string) => `Ficheiro: ${name}`,
  },
  fields: {
    number: 'Escreva um número, como 12 ou 1,5.',
    date: 'Escolha um dia.',
    least: (least: string) => `Não menos de ${least}.`,
    most: (most: string) => `Não mais de ${most}.`,
    first: (day: string) => `Não antes de ${day}.`,
    last: (day: string) => `Não depois de ${day}.`,
    pattern: 'Verifique como está escrito.',
    tick: 'Assinale esta caixa para continuar.',
    chooseSome: 'Escolha pelo menos uma destas opções.',
  },
} satisfies Partial<WidgetLanguage>;

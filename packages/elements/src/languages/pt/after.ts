import type { WidgetLanguage } from '../../sentences/use-language.ts';

/** What there is when a conversation is over. */
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
} satisfies Partial<WidgetLanguage>;

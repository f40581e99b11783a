import type { WidgetLanguage } from '../../sentences/use-language.ts';

/** What there is when a conversation is over, and fields that only some forms have. */
export const after = {
  after: {
    survey: '¿Qué tal ha ido?',
    askStars: '¿Qué le ha parecido nuestra ayuda?',
    star: (stars: number) => `${stars} de 5 estrellas`,
    askNps: '¿Con qué probabilidad nos recomendaría?',
    notAtAll: 'Nada probable',
    veryLikely: 'Muy probable',
    askText: '¿Qué deberíamos saber?',
    answer: 'Enviar respuesta',
    skip: 'Ahora no',
    nothingYet: 'Responda al menos a una pregunta.',
    answering: 'Su respuesta se está enviando.',
    answered: 'Gracias. Hemos recibido su respuesta.',

    transcript: 'Guardar la conversación',
    asText: 'Texto',
    asPage: 'Página web',
    fileName: 'chat',
    transcriptOf: (title: string) => `Conversación con ${title}`,
    times: (zone: string) => `Horas: ${zone}`,
    file: (name: string) => `Archivo: ${name}`,
  },
  fields: {
    number: 'Escriba un número, como 12 o 1,5.',
    date: 'Elija un día.',
    least: (least: string) => `No menos de ${least}.`,
    most: (most: string) => `No más de ${most}.`,
    first: (day: string) => `No antes del ${day}.`,
    last: (day: string) => `No después del ${day}.`,
    pattern: 'Compruebe cómo está escrito.',
    tick: 'Marque esta casilla para continuar.',
    chooseSome: 'Elija al menos una de estas opciones.',
  },
} satisfies Partial<WidgetLanguage>;

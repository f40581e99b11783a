import type { WidgetLanguage } from '../../sentences/use-language.ts';

/** What there is when a conversation is over, and fields that only some forms have. */
export const after = {
  after: {
    survey: 'Comment cela s’est-il passé ?',
    askStars: 'Êtes-vous satisfait de notre aide ?',
    star: (stars: number) => `${stars} sur 5 étoiles`,
    askNps: 'Quelle est la probabilité que vous nous recommandiez ?',
    notAtAll: 'Très improbable',
    veryLikely: 'Très probable',
    askText: 'Que devrions-nous savoir ?',
    answer: 'Envoyer la réponse',
    skip: 'Pas maintenant',
    nothingYet: 'Répondez à au moins une question.',
    answering: 'Votre réponse est en cours d’envoi.',
    answered: 'Merci. Votre réponse nous est parvenue.',

    transcript: 'Enregistrer la conversation',
    asText: 'Texte',
    asPage: 'Page web',
    fileName: 'chat',
    transcriptOf: (title: string) => `Conversation avec ${title}`,
    times: (zone: string) => `Heures : ${zone}`,
    file: (name: string) => `Fichier : ${name}`,
  },
  fields: {
    number: 'Écrivez un nombre, comme 12 ou 1,5.',
    date: 'Choisissez un jour.',
    least: (least: string) => `Pas moins de ${least}.`,
    most: (most: string) => `Pas plus de ${most}.`,
    first: (day: string) => `Pas avant le ${day}.`,
    last: (day: string) => `Pas après le ${day}.`,
    pattern: 'Vérifiez comment c’est écrit.',
    tick: 'Cochez cette case pour continuer.',
    chooseSome: 'Choisissez au moins une de ces réponses.',
  },
} satisfies Partial<WidgetLanguage>;

import * as v from 'valibot';
import { askJson } from './ask-json.ts';
import type { BotService } from './bot.ts';
import { handoverOf } from './handover-of.ts';

const Button = v.object({ title: v.string(), payload: v.optional(v.string()) });
const Answers = v.array(
  v.object({
    text: v.optional(v.string(), ''),
    image: v.optional(v.string(), ''),
    buttons: v.optional(v.array(Button), []),
    custom: v.optional(v.unknown()),
  }),
);

/**
 * Rasa's REST channel, and what answers as it does. A message with `custom: { handover: { reason, context } }` hands over, as an
 * action of the bot sends it by `dispatcher.utter_message(json_message=…)`.
 * https://rasa.com/docs/rasa/connectors/your-own-website#restinput
 */
export const rasa = (url: string, token: string | undefined): BotService => ({
  ask: async ({ interactionId, text, form, customerName }, signal) => {
    const answers = await askJson({
      url: `${url.replace(/\/$/, '')}/webhooks/rest/webhook`,
      body: { sender: interactionId, message: text, metadata: { form, customerName } },
      ...{ token, answer: Answers, signal },
    });
    const customs = answers.map(({ custom }) => (typeof custom === 'object' && custom !== null ? custom : {}));
    const handover = customs.map(one => handoverOf('handover' in one ? one.handover : null)).find(one => one !== null);
    return {
      messages: answers.map(({ text: said, image, buttons }) => ({
        text: [said, image].filter(one => one !== '').join('\n'),
        choices: buttons.map(({ title, payload }) => ({ label: title, value: payload ?? title })),
      })),
      handover: handover ?? null,
      isOver: customs.some(one => 'end' in one && one.end === true),
    };
  },
});

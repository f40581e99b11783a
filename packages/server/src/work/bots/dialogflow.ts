import * as v from 'valibot';
import { askJson } from './ask-json.ts';
import type { BotMessage, BotService } from './bot.ts';
import { handoverOf } from './handover-of.ts';

const Answer = v.object({
  fulfillmentText: v.optional(v.string(), ''),
  fulfillmentMessages: v.optional(
    v.array(
      v.object({
        text: v.optional(v.object({ text: v.optional(v.array(v.string()), []) })),
        quickReplies: v.optional(
          v.object({ title: v.optional(v.string(), ''), quickReplies: v.optional(v.array(v.string()), []) }),
        ),
      }),
    ),
    [],
  ),
  payload: v.optional(v.record(v.string(), v.unknown()), {}),
  followupEventInput: v.optional(v.object({ name: v.string() })),
});

/**
 * A fulfilment webhook as Dialogflow ES asks one. `payload.handover`, or the event `handover`, hands over; `payload.endInteraction`
 * ends it.
 * https://cloud.google.com/dialogflow/es/docs/reference/rpc/google.cloud.dialogflow.v2#webhookrequest
 */
export const dialogflowWebhook = (url: string, token: string | undefined): BotService => ({
  ask: async ({ interactionId, text, form, customerName, turns }, signal) => {
    const { fulfillmentText, fulfillmentMessages, payload, followupEventInput } = await askJson({
      url,
      body: {
        responseId: `${interactionId}-${turns.length}`,
        session: `projects/eyeline/agent/sessions/${interactionId}`,
        queryResult: { queryText: text, parameters: form, allRequiredParamsPresent: true, languageCode: 'en' },
        originalDetectIntentRequest: { source: 'eyeline', payload: { customerName, form } },
      },
      ...{ token, answer: Answer, signal },
    });
    const rich = fulfillmentMessages.flatMap((one): BotMessage[] => [
      ...(one.text?.text ?? []).map(said => ({ text: said, choices: [] })),
      ...(one.quickReplies
        ? [
            {
              text: one.quickReplies.title,
              choices: one.quickReplies.quickReplies.map(label => ({ label, value: label })),
            },
          ]
        : []),
    ]);
    const plain = fulfillmentText === '' ? [] : [{ text: fulfillmentText, choices: [] }];
    const asked = followupEventInput?.name.toLowerCase() === 'handover';
    return {
      messages: rich.length > 0 ? rich : plain,
      handover: handoverOf(payload['handover'] ?? asked),
      isOver: payload['endInteraction'] === true,
    };
  },
});

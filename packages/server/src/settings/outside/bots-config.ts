import * as v from 'valibot';
import { SecretSource } from '../secret-source.ts';

const address = v.pipe(v.string(), v.url(), v.regex(/^https?:\/\//, 'an address like http://localhost:5005'));
const text = (most: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most));

/** Who answers for the bot. */
const Service = v.variant('type', [
  /** Rasa's REST channel: `POST {url}/webhooks/rest/webhook`. */
  v.strictObject({ type: v.literal('rasa'), url: address, token: v.optional(SecretSource) }),
  /** Any service with OpenAI's chat completions, a model of your own too: `POST {url}/chat/completions`. */
  v.strictObject({
    type: v.literal('chat-completions'),
    url: address,
    model: text(200),
    apiKey: v.optional(SecretSource),
    /** What it is to do, and what it knows of the site. */
    instructions: v.optional(text(20_000), 'You answer customers of this site. Be brief, friendly and honest.'),
    /** How long an answer may be. Left out: as the service has it. */
    maxTokens: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(8000))),
  }),
  /** A fulfilment webhook as Dialogflow ES asks one: https://cloud.google.com/dialogflow/es/docs/fulfillment-webhook */
  v.strictObject({ type: v.literal('dialogflow-webhook'), url: address, token: v.optional(SecretSource) }),
]);

/** A bot that comes first, and hands over to people: see BOTS.md. */
export const BotConfig = v.strictObject({
  /** As customers read it. */
  name: text(80),
  service: Service,
  /** What it says when a customer comes. Left out: it waits for the first words. */
  greeting: v.optional(text(1000)),
  /** The press by which a customer gets a person, below each of the bot's words; `false`: the bot alone decides. */
  person: v.optional(v.union([v.literal(false), text(80)]), 'Talk to a person'),
  /** So long an answer may take, ms, and so often it is tried, before a person takes over. */
  timeoutMs: v.optional(v.pipe(v.number(), v.minValue(100), v.maxValue(120_000)), 10_000),
  attempts: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)), 2),
});
export type BotConfig = v.InferOutput<typeof BotConfig>;

/** Bots by their ids, which entry points name. */
export const BotsConfig = v.record(v.pipe(v.string(), v.regex(/^[\w-]{1,40}$/)), BotConfig);

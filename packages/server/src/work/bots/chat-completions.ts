import * as v from 'valibot';
import { askJson } from './ask-json.ts';
import type { BotService } from './bot.ts';
import { handoverOf } from './handover-of.ts';

const Answer = v.object({
  choices: v.pipe(
    v.array(
      v.object({
        message: v.object({
          content: v.nullish(v.string(), ''),
          tool_calls: v.nullish(
            v.array(v.object({ function: v.object({ name: v.string(), arguments: v.nullish(v.string(), '{}') }) })),
            [],
          ),
        }),
      }),
    ),
    v.minLength(1),
  ),
});

/** By this a model hands over. */
const handOver = {
  type: 'function',
  function: {
    name: 'hand_over',
    description: 'Hands the conversation over to a person, where you cannot help or the customer wants one.',
    parameters: {
      type: 'object',
      properties: {
        reason: { type: 'string', description: 'What the customer wants, in one sentence, for the person.' },
        context: { type: 'object', additionalProperties: { type: 'string' }, description: 'What you found out.' },
      },
      required: ['reason'],
    },
  },
};

interface ChatCompletions {
  readonly url: string;
  readonly model: string;
  readonly instructions: string;
  readonly maxTokens?: number | undefined;
}

/**
 * Any service with OpenAI's chat completions: a company's, or a model of one's own behind llama.cpp, vLLM or Ollama. What the
 * customer writes is what the customer says, and never an instruction of ours.
 * https://platform.openai.com/docs/api-reference/chat/create
 */
export const chatCompletions = (
  { url, model, instructions, maxTokens }: ChatCompletions,
  token: string | undefined,
): BotService => ({
  ask: async ({ turns }, signal) => {
    const { choices } = await askJson({
      url: `${url.replace(/\/$/, '')}/chat/completions`,
      body: {
        model,
        messages: [
          { role: 'system', content: instructions },
          ...turns.map(({ by, text }) => ({ role: by === 'bot' ? 'assistant' : 'user', content: text })),
        ],
        tools: [handOver],
        ...(maxTokens && { max_tokens: maxTokens }),
      },
      ...{ token, answer: Answer, signal },
    });
    const { content, tool_calls: calls } = choices[0]?.message ?? {};
    const called = calls?.find(({ function: { name } }) => name === handOver.function.name);
    return {
      messages: content?.trim() ? [{ text: content.trim(), choices: [] }] : [],
      handover: called ? (handoverOf(readArguments(called.function.arguments ?? '{}')) ?? handoverOf(true)) : null,
      isOver: false,
    };
  },
});

/** Models write arguments that are no JSON now and then; that a person is wanted is clear all the same. */
function readArguments(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return true;
  }
}

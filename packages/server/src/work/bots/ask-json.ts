import * as v from 'valibot';
import { botSentences } from '../../settings/sentences/bots.ts';

/** No bot says more at once. */
const longestAnswer = 200_000;

interface Asking<S extends v.GenericSchema> {
  readonly url: string;
  readonly body: unknown;
  readonly token: string | undefined;
  readonly answer: S;
  readonly signal: AbortSignal;
}

/** What a service answers to a question in JSON. @throws where it is not that, or comes too late */
export async function askJson<S extends v.GenericSchema>({
  url,
  body,
  token,
  answer,
  signal,
}: Asking<S>): Promise<v.InferOutput<S>> {
  const response = await fetch(url, {
    method: 'POST',
    redirect: 'error',
    signal,
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) {
    await response.body?.cancel();
    throw new Error(botSentences.status(response.status));
  }
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > longestAnswer) throw new Error(botSentences.answerTooLong);
  }
  const read = v.safeParse(answer, JSON.parse(text));
  if (!read.success) throw new Error(botSentences.noAnswer);
  return read.output;
}

import * as v from 'valibot';
import { FormValues } from '../entry-point.ts';
import { CommandId } from '../ids.ts';
import { ChoiceId } from './content-parts.ts';

/** What a message answers: by a press, or by a form that was filled in. `replyTo`: the id of the message that asked. */
export const MessageAnswer = v.union([
  v.object({ replyTo: CommandId, choiceId: ChoiceId }),
  v.object({ replyTo: CommandId, values: FormValues }),
]);
export type MessageAnswer = v.InferOutput<typeof MessageAnswer>;

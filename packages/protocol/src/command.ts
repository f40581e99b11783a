import * as v from 'valibot';
import { CommandId, InteractionId } from './ids.ts';

/** One entry of a table of commands. */
export const command = <I extends v.GenericSchema, O extends v.GenericSchema>(input: I, output: O) => ({
  input,
  output,
});

export const nothing = v.object({});
export const token = v.pipe(v.string(), v.minLength(1), v.maxLength(2000));
export const within = { interactionId: InteractionId };
/** Commands that change something: repeated with the same id they are carried out once. */
export const once = { commandId: CommandId };

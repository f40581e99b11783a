import type * as v from 'valibot';
import { agentCommands } from './agent-commands.ts';
import { customerCommands } from './customer-commands.ts';
import type { CommandId } from './ids.ts';

/** What a browser may ask: name -> input and output. Everything else about commands is derived from this table. */
export const commands = { ...customerCommands, ...agentCommands };

type Answers = { readonly [N in keyof typeof commands]: (typeof commands)[N]['output'] };

/** What every command is answered with: name -> output. */
export const answers = Object.fromEntries(
  Object.entries(commands).map(([name, { output }]) => [name, output]),
) as Answers;

export type CommandName = keyof typeof commands;
export type CommandInput<N extends CommandName> = v.InferOutput<(typeof commands)[N]['input']>;
export type CommandOutput<N extends CommandName> = v.InferOutput<(typeof commands)[N]['output']>;

/**
 * Those whose input has a `commandId`: they change something for good, and are carried out once. Every repetition is answered
 * as the first one was, or `already-done`.
 */
export type OnceName = {
  [N in CommandName]: CommandInput<N> extends { readonly commandId: CommandId } ? N : never;
}[CommandName];

/** A command as a value, told apart by `type`. */
export type Command<N extends CommandName = CommandName> = { [K in N]: { type: K } & CommandInput<K> }[N];

export const isCommandName = (name: string): name is CommandName => Object.hasOwn(commands, name);

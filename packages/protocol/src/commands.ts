import type * as v from 'valibot';
import { agentCommands } from './agent-commands.ts';
import { customerCommands } from './customer-commands.ts';

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

/** A command as a value, told apart by `type`. */
export type Wish<N extends CommandName = CommandName> = { [K in N]: { type: K } & CommandInput<K> }[N];

export const isCommandName = (name: string): name is CommandName => Object.hasOwn(commands, name);

import type { CommandInput, CommandName, CommandOutput } from '@eyeline/protocol';
import type { Request } from './request.ts';

/** Gets a payload that was parsed. @throws Refusal where the answer is a typed failure */
export type Handler<N extends CommandName> = (
  input: CommandInput<N>,
  request: Request,
) => CommandOutput<N> | Promise<CommandOutput<N>>;

/** One for every command there is. */
export type Handlers = { readonly [N in CommandName]: Handler<N> };

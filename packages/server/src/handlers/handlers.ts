import type { CommandInput, CommandName, CommandOutput } from '@eyeline/protocol';
import type { Request } from '../request.ts';
import { agentHandlers } from './agent.ts';
import { callHandlers } from './call.ts';
import { interactionHandlers } from './interaction.ts';
import { mediaHandlers } from './media.ts';
import { messageHandlers } from './message.ts';
import { taskHandlers } from './task.ts';

/** Gets a payload that was parsed. @throws Refusal where the answer is a typed failure */
export type Handler<N extends CommandName> = (
  input: CommandInput<N>,
  request: Request,
) => CommandOutput<N> | Promise<CommandOutput<N>>;

/** One for every command there is, or this does not compile. */
export type Handlers = { readonly [N in CommandName]: Handler<N> };

export const handlers: Handlers = {
  ...interactionHandlers,
  ...messageHandlers,
  ...callHandlers,
  ...mediaHandlers,
  ...agentHandlers,
  ...taskHandlers,
};

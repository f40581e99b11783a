import { agentHandlers } from './agent.ts';
import { callHandlers } from './call.ts';
import { consultHandlers } from './consult.ts';
import { desktopHandlers } from './desktop.ts';
import type { Handlers } from './handler.ts';
import { interactionHandlers } from './interaction.ts';
import { ladderHandlers } from './ladder.ts';
import { mediaHandlers } from './media.ts';
import { messageHandlers } from './message.ts';
import { taskHandlers } from './task.ts';
import { transferHandlers } from './transfer.ts';

/** Without a handler for every command this does not compile. */
export const handlers: Handlers = {
  ...interactionHandlers,
  ...messageHandlers,
  ...callHandlers,
  ...mediaHandlers,
  ...agentHandlers,
  ...taskHandlers,
  ...transferHandlers,
  ...consultHandlers,
  ...ladderHandlers,
  ...desktopHandlers,
};

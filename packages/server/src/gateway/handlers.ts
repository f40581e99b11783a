import { callHandlers } from '../call/call-handlers.ts';
import { mediaHandlers } from '../call/media-handlers.ts';
import { desktopHandlers } from '../cisco/desktop-handlers.ts';
import type { Handlers, OnceHandlers } from '../interaction/handler.ts';
import { interactionHandlers } from '../interaction/interaction-handlers.ts';
import { messageHandlers } from '../interaction/message-handlers.ts';
import { agentHandlers } from '../work/agent-handlers.ts';
import { consultHandlers } from '../work/consult/consult-handlers.ts';
import { ladderHandlers } from '../work/fallback/ladder-handlers.ts';
import { taskHandlers } from '../work/task-handlers.ts';
import { transferHandlers } from '../work/transfer-handlers.ts';

/** Without a handler for every command this does not compile. */
export const handlers = {
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
} satisfies Handlers & OnceHandlers;

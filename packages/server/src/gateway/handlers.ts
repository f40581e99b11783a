import { callHandlers } from '../call/call-handlers.ts';
import { checkHandlers } from '../call/check-handlers.ts';
import { helpHandlers } from '../call/help/help-handlers.ts';
import { snapshotHandlers } from '../call/help/snapshot-handlers.ts';
import { inCallHandlers } from '../call/in-call-handlers.ts';
import { kindHandlers } from '../call/kind-handlers.ts';
import { mediaHandlers } from '../call/media-handlers.ts';
import type { CiscoRooms } from '../cisco/cisco-port.ts';
import { desktopHandlers } from '../cisco/desktop-handlers.ts';
import { fileHandlers } from '../interaction/files/file-handlers.ts';
import { offerHandlers } from '../interaction/files/offer-handlers.ts';
import type { Handlers, OnceHandlers } from '../interaction/handler.ts';
import { interactionHandlers } from '../interaction/interaction-handlers.ts';
import { messageHandlers } from '../interaction/message-handlers.ts';
import { surveyHandlers } from '../interaction/survey/survey-handlers.ts';
import { historyHandlers } from '../interaction/visitors/history-handlers.ts';
import { visitorHandlers } from '../interaction/visitors/visitor-handlers.ts';
import { agentHandlers } from '../work/agent-handlers.ts';
import { consultHandlers } from '../work/consult/consult-handlers.ts';
import { fallbackHandlers } from '../work/fallback/fallback-handlers.ts';
import { invitationHandlers } from '../work/invitations/invitation-handlers.ts';
import { transcriptHandlers } from '../work/mails/transcript-handlers.ts';
import { openingHandlers } from '../work/request/opening-handlers.ts';
import { serviceOf } from '../work/service.ts';
import { taskHandlers } from '../work/task-handlers.ts';
import { transferHandlers } from '../work/transfer-handlers.ts';
import { videoOf } from '../work/video.ts';

/** Without a handler for every command this does not compile; each gets the ports of the rooms that it may know. */
export const handlersOf = (rooms: CiscoRooms): Handlers & OnceHandlers => ({
  ...openingHandlers(rooms),
  ...interactionHandlers(rooms, serviceOf(rooms)),
  ...messageHandlers(rooms),
  ...visitorHandlers(rooms),
  ...historyHandlers(rooms),
  ...fileHandlers(rooms),
  ...offerHandlers(rooms),
  ...surveyHandlers(rooms),
  ...transcriptHandlers(rooms),
  ...callHandlers(rooms, videoOf(rooms)),
  ...inCallHandlers(rooms, videoOf(rooms)),
  ...checkHandlers(rooms),
  ...helpHandlers(rooms),
  ...snapshotHandlers(rooms),
  ...kindHandlers(rooms, videoOf(rooms)),
  ...mediaHandlers(rooms),
  ...agentHandlers(rooms),
  ...taskHandlers(rooms),
  ...transferHandlers(rooms),
  ...consultHandlers(rooms),
  ...fallbackHandlers(rooms),
  ...invitationHandlers(rooms),
  ...desktopHandlers(rooms),
});

import { requireAgent } from '../../interaction/access.ts';
import { type Handlers, once } from '../../interaction/handler.ts';
import { Refusal } from '../../people/refusal.ts';
import { apiSentences } from '../../settings/sentences/api.ts';
import { requireSeat } from '../call-access.ts';
import type { CallRooms } from '../call-port.ts';
import { requireShown } from './shown-picture.ts';

type Names = 'snapshot.ask' | 'snapshot.answer';

/** Snapshots of what somebody shows: asked for, allowed by who shows it; sent from their page as any file. */
export const snapshotHandlers = (rooms: CallRooms) =>
  ({
    'snapshot.ask': once({
      carryOut: (change, { commandId: snapshotId, interactionId, callId, picture }, request) => {
        const { participantId } = requireAgent(request);
        const { log, call } = requireSeat(rooms, request, { interactionId, callId });
        requireShown(call, picture);
        // Who asks again while there is no answer asks the same.
        if (!call.snapshot) change.append(log, { type: 'snapshot.asked', callId, participantId, snapshotId, picture });
        return {};
      },
    }),

    'snapshot.answer': once({
      carryOut: (change, { interactionId, callId, snapshotId, answer }, request) => {
        const { log, call, leg } = requireSeat(rooms, request, { interactionId, callId });
        const { participantId } = leg;
        const { snapshot } = call;
        if (snapshot?.picture.participantId !== participantId)
          throw new Refusal('not-allowed', apiSentences.snapshotNotAllowed);
        const isOpen = snapshot.snapshotId === snapshotId && (answer === 'failed' || snapshot.state === 'asked');
        if (isOpen) change.append(log, { type: 'snapshot.answered', callId, participantId, snapshotId, answer });
        return {};
      },
    }),
  }) satisfies Pick<Handlers, Names>;

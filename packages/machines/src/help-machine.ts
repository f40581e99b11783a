import {
  type Call,
  type CommandId,
  type HelpedPicture,
  type HelpSignal,
  type InteractionId,
  type Lens,
  type LensSetting,
  type MarkSignal,
  mostPoints,
  type ParticipantId,
  readHelpSignal,
  type SnapshotAnswer,
  type WireEvent,
} from '@eyeline/protocol';
import { type ActorRefFrom, assign, enqueueActions, sendParent, sendTo, setup } from 'xstate';
import type { IdSource } from './identity.ts';
import {
  type LensOrder,
  type LensReport,
  lensAskedIn,
  lensesLeft,
  lensOfferedIn,
  lensPort,
  noLens,
  type OfferedLens,
} from './lens.ts';
import {
  isSamePicture,
  type Marks,
  marked,
  marksLeft,
  marksOn,
  noMarks,
  type Stroke,
  withoutPointer,
} from './marks.ts';
import type { MediaHandle, SourceTracks } from './media-handle.ts';
import { toConnection } from './signaling.ts';
import { type SnapshotReport, snapshotPort } from './snapshot.ts';
import { type StillReport, stillPort } from './still.ts';

export interface HelpInput {
  readonly interactionId: InteractionId;
  readonly participantId: ParticipantId;
  readonly ids: Pick<IdSource, 'commandId'>;
  readonly call: Call;
  /** What this side shows. */
  readonly tracks: SourceTracks;
}

export interface HelpContext extends HelpInput {
  readonly marks: Marks;
  /** Which own picture is held still here. */
  readonly still: HelpedPicture['source'] | null;
  /** The snapshot that is being taken here. */
  readonly taking: CommandId | null;
  /** What can be set at the own camera; null: nothing. */
  readonly lens: Lens | null;
  readonly lensTrack: MediaHandle | null;
  /** Who has set it last; null: nobody but the person here. */
  readonly lensSetBy: ParticipantId | null;
  /** What can be set at the cameras of the others. */
  readonly lenses: readonly OfferedLens[];
}

/** What the help tells the call: what is shown in the place of an own picture that is to stand still; null: nothing. */
export interface HelpReport {
  readonly type: 'help.still';
  readonly still: { readonly source: HelpedPicture['source']; readonly track: MediaHandle } | null;
}

export type HelpEvent =
  /** A person points, draws or clears. */
  | { type: 'mark'; signal: MarkSignal }
  /** A person sets a camera: their own, or as an agent that of somebody else. Empty asks what can be set. */
  | { type: 'set-lens'; participantId: ParticipantId; setting: LensSetting }
  | LensReport
  | WireEvent<'help.signalled'>
  /** How the call stands now. */
  | { type: 'help.standing'; call: Call; tracks: SourceTracks }
  /** A person holds a picture still, or lets it move again. */
  | { type: 'freeze'; picture: HelpedPicture; frozen: boolean }
  | StillReport
  /** An agent wants a snapshot; who shows the picture is asked. */
  | { type: 'ask-snapshot'; picture: HelpedPicture }
  /** The person who is asked has decided. */
  | { type: 'answer-snapshot'; answer: 'once' | 'always' | 'no' }
  | SnapshotReport
  | { type: 'pointer.faded'; participantId: ParticipantId };

/** Which own picture is to stand still, as far as there is one. */
function stillWanted({ participantId, call, tracks }: HelpInput): HelpedPicture['source'] | null {
  const { picture } = call.frozen ?? {};
  return picture?.participantId === participantId && tracks[picture.source] ? picture.source : null;
}

/** Own pictures that are of another camera, or of another screen, than before, as far as something is drawn on them. */
function changedPictures({ participantId, tracks: before, marks }: HelpContext, now: SourceTracks): HelpedPicture[] {
  const pictures = (['camera', 'screen'] as const).map(source => ({ participantId, source }));
  return pictures.filter(picture => {
    const [from, to] = [before[picture.source], now[picture.source]];
    return from && to && from.id !== to.id && marksOn(marks, picture).strokes.length > 0;
  });
}

/** What was drawn on a picture that stood still does not fit the one that moves. */
function withoutThawed(marks: Marks, before: Call, { frozen }: Call): Marks {
  const picture = before.frozen?.picture;
  if (!picture || (frozen && isSamePicture(frozen.picture, picture))) return marks;
  return { ...marks, strokes: marks.strokes.filter(one => !isSamePicture(one.picture, picture)) };
}

/** A stroke in as many pieces as it takes to tell it. */
function piecesOf({ picture, strokeId, points }: Stroke): HelpSignal[] {
  const count = Math.ceil(points.length / mostPoints);
  return Array.from({ length: count }, (_, index) => ({
    type: 'drawn',
    ...{ picture, strokeId },
    points: points.slice(index * mostPoints, (index + 1) * mostPoints),
  }));
}

/**
 * What people in a call show each other on its pictures. No log has it: who draws says it again when media begins anew, for the page
 * on the other side may be another one then.
 */
export const helpMachine = setup({
  types: { context: {} as HelpContext, events: {} as HelpEvent, input: {} as HelpInput },
  actors: { still: stillPort, snapshot: snapshotPort, lens: lensPort },
  delays: {
    /** A pointer that is not moved goes, in ms. */
    pointerFade: 3000,
  },
  actions: {
    show: enqueueActions(({ context, enqueue }, { by, signal }: { by: ParticipantId; signal: HelpSignal | null }) => {
      if (!signal || signal.type === 'lens-asked' || signal.type === 'lens-offered') return;
      enqueue.assign({ marks: marksLeft(marked(context.marks, by, signal), context.call) });
      if (signal.type !== 'pointed') return;
      const id = `fade ${by}`;
      enqueue.cancel(id);
      if (signal.at) enqueue.raise({ type: 'pointer.faded', participantId: by }, { delay: 'pointerFade', id });
    }),
    tell: enqueueActions(({ context, enqueue, system }, { signal }: { signal: HelpSignal }) => {
      const { interactionId, call } = context;
      const { callId } = call;
      enqueue.sendTo(toConnection({ system }), { type: 'help.signal', interactionId, callId, signal });
    }),
    follow: enqueueActions(({ context, enqueue, system }, { call, tracks }: Pick<HelpInput, 'call' | 'tracks'>) => {
      const { interactionId, participantId } = context;
      const marks = withoutThawed(context.marks, context.call, call);
      const isAnew = call.epoch !== context.call.epoch;
      const own = marks.strokes.filter(one => one.participantId === participantId);
      const left = marksLeft(isAnew ? { pointers: [], strokes: own } : marks, call);
      enqueue.assign({ call, tracks, marks: left, lenses: lensesLeft(context.lenses, { call }) });
      for (const picture of changedPictures(context, tracks))
        enqueue.raise({ type: 'mark', signal: { type: 'cleared', picture } });
      if (!isAnew) return;
      const { callId } = call;
      for (const signal of left.strokes.flatMap(piecesOf))
        enqueue.sendTo(toConnection({ system }), { type: 'help.signal', interactionId, callId, signal });
    }),
    /** The lens of the own camera, and of the one that takes its place. */
    watchLens: enqueueActions(({ context: { tracks, lens, lensTrack }, enqueue }) => {
      const track = tracks.camera;
      if (track?.id === lensTrack?.id) return;
      enqueue.stopChild('lens');
      enqueue.assign({ lensTrack: track, lensSetBy: null });
      if (lens) enqueue.raise({ type: 'lens.changed', lens: null });
      if (track) enqueue.spawnChild('lens', { id: 'lens', input: { track } });
    }),
    rememberLens: assign(({ event }) => (event.type === 'lens.changed' ? { lens: event.lens } : {})),
    setLens: enqueueActions(({ context, enqueue }, { by, setting }: { by: ParticipantId; setting: LensSetting }) => {
      if (!context.lens) return;
      // Empty, only what there is was asked for.
      const isSet = setting.light !== undefined || setting.zoom !== undefined;
      if (isSet) enqueue.assign({ lensSetBy: by === context.participantId ? null : by });
      enqueue.sendTo('lens', { type: 'lens.set', setting } satisfies LensOrder);
    }),
    askLens: sendTo(
      toConnection,
      (
        { context: { interactionId, call } },
        { participantId, setting }: { participantId: ParticipantId; setting: LensSetting },
      ) => ({
        ...{ type: 'help.signal', interactionId, callId: call.callId },
        signal: { type: 'lens-asked', picture: { participantId, source: 'camera' }, setting },
      }),
    ),
    offerLens: enqueueActions(({ context: { interactionId, participantId, call, lens }, enqueue, system }) => {
      const picture = { participantId, source: 'camera' } as const;
      enqueue.sendTo(toConnection({ system }), {
        ...{ type: 'help.signal', interactionId, callId: call.callId },
        signal: { type: 'lens-offered', picture, lens },
      });
    }),
    keepLens: assign(
      ({ context: { lenses } }, { by, lens }: { by: ParticipantId; lens: OfferedLens['lens'] | null }) => {
        const others = lenses.filter(one => one.participantId !== by);
        return { lenses: lens ? [...others, { participantId: by, lens }] : others };
      },
    ),
    /** The own picture stands still as long as it is to, from any starting point. */
    settle: enqueueActions(({ context, enqueue }) => {
      const wanted = stillWanted(context);
      const track = wanted && context.tracks[wanted];
      if (wanted === context.still) return;
      enqueue.stopChild('still');
      enqueue.sendParent({ type: 'help.still', still: null } satisfies HelpReport);
      enqueue.assign({ still: wanted });
      if (track) enqueue.spawnChild('still', { id: 'still', input: { track } });
    }),
    /** What the person has allowed is taken, by a page that comes after a reload too. */
    take: enqueueActions(({ context, enqueue }) => {
      const { participantId, interactionId, call, tracks } = context;
      const { snapshot } = call;
      const isOurs = snapshot?.state === 'allowed' && snapshot.picture.participantId === participantId;
      const track = isOurs ? tracks[snapshot.picture.source] : null;
      const taking = isOurs && track ? snapshot.snapshotId : null;
      if (taking === context.taking) return;
      enqueue.stopChild('snapshot');
      enqueue.assign({ taking });
      const input = taking && track && { interactionId, snapshotId: taking, track };
      if (input) enqueue.spawnChild('snapshot', { id: 'snapshot', input });
    }),
    answer: enqueueActions(({ context, enqueue, system }, { answer }: { answer: SnapshotAnswer }) => {
      const { interactionId, ids, call } = context;
      if (!call.snapshot) return;
      enqueue.sendTo(toConnection({ system }), {
        ...{ type: 'snapshot.answer', commandId: ids.commandId(), interactionId, callId: call.callId },
        ...{ snapshotId: call.snapshot.snapshotId, answer },
      });
    }),
    ask: sendTo(toConnection, ({ context: { interactionId, ids, call } }, { picture }: { picture: HelpedPicture }) => ({
      ...{ type: 'snapshot.ask', commandId: ids.commandId(), interactionId, callId: call.callId, picture },
    })),
    hold: sendParent(({ context: { still: source }, event }): HelpReport => {
      const track = event.type === 'still.taken' ? event.track : null;
      return { type: 'help.still', still: source && track && { source, track } };
    }),
    freeze: sendTo(
      toConnection,
      (
        { context: { interactionId, ids, call } },
        { picture, frozen }: { picture: HelpedPicture; frozen: boolean },
      ) => ({
        ...{ type: 'call.freeze', commandId: ids.commandId(), interactionId, callId: call.callId },
        ...{ picture, frozen },
      }),
    ),
  },
}).createMachine({
  id: 'help',
  context: ({ input }) => ({ ...input, marks: noMarks, still: null, taking: null, ...noLens }),
  entry: ['settle', 'take', 'watchLens'],
  on: {
    mark: {
      actions: [
        { type: 'show', params: ({ context, event }) => ({ by: context.participantId, signal: event.signal }) },
        { type: 'tell', params: ({ event }) => ({ signal: event.signal }) },
      ],
    },
    'help.signalled': [
      {
        guard: ({ context, event }) => lensAskedIn(context, event.participantId, event.signal) !== null,
        actions: {
          type: 'setLens',
          params: ({ context, event: { participantId: by, signal } }) => ({
            by,
            setting: lensAskedIn(context, by, signal) ?? {},
          }),
        },
      },
      {
        guard: ({ event }) => lensOfferedIn(event.participantId, event.signal) !== null,
        actions: {
          type: 'keepLens',
          params: ({ event: { participantId: by, signal } }) => ({ by, lens: lensOfferedIn(by, signal)?.lens ?? null }),
        },
      },
      {
        actions: {
          type: 'show',
          params: ({ event }) => ({ by: event.participantId, signal: readHelpSignal(event.signal) }),
        },
      },
    ],
    'help.standing': { actions: [{ type: 'follow', params: ({ event }) => event }, 'settle', 'take', 'watchLens'] },
    'lens.changed': { actions: ['rememberLens', 'offerLens'] },
    'set-lens': [
      {
        guard: ({ context, event }) => event.participantId === context.participantId,
        actions: {
          type: 'setLens',
          params: ({ event: { participantId: by, setting } }) => ({ by, setting }),
        },
      },
      { actions: { type: 'askLens', params: ({ event }) => event } },
    ],
    'ask-snapshot': { actions: { type: 'ask', params: ({ event }) => event } },
    'answer-snapshot': { actions: { type: 'answer', params: ({ event }) => event } },
    'snapshot.missed': { actions: { type: 'answer', params: { answer: 'failed' } } },
    freeze: { actions: { type: 'freeze', params: ({ event }) => event } },
    'still.taken': { actions: 'hold' },
    'pointer.faded': {
      actions: assign({ marks: ({ context, event }) => withoutPointer(context.marks, event.participantId) }),
    },
  },
});

export type HelpActor = ActorRefFrom<typeof helpMachine>;

import type { Source } from '@eyeline/protocol';
import {
  type ActorRefFrom,
  assign,
  type EventObject,
  fromCallback,
  fromPromise,
  sendParent,
  sendTo,
  setup,
} from 'xstate';
import { DeviceError, type DeviceFailure, deviceFailure } from './device-failure.ts';
import type { Capture, MediaHandle } from './media-handle.ts';

export interface DevicesContext {
  readonly picture: Capture['picture'];
  readonly stream: MediaHandle | null;
  readonly camera: boolean;
  readonly microphone: boolean;
  readonly failure: DeviceFailure | null;
}

/** What a person or the call asks of the devices. */
export type DevicesEvent =
  | ({ type: 'acquire' } & Capture)
  | { type: 'release' }
  | { type: 'toggle.camera' }
  | { type: 'toggle.microphone' };

/** What the devices tell the call. */
export type DevicesReport =
  | { type: 'devices.ready'; stream: MediaHandle }
  | { type: 'devices.refused'; failure: DeviceFailure }
  | { type: 'devices.changed'; camera: boolean; microphone: boolean };

/** What the holder of the tracks is told. */
export type TrackSwitch = { type: 'switch'; source: Source; on: boolean };

/**
 * Camera and microphone of one person. `acquire` starts the `capture` port synchronously, so that the browser's question
 * belongs to the click that caused it. Leaving `on`, or ending the session in any way, stops every track; a capture that is
 * answered after `release` must stop its own tracks (the port is given an AbortSignal).
 */
export const devicesMachine = setup({
  types: { context: {} as DevicesContext, events: {} as DevicesEvent },
  actors: {
    /** Port: getUserMedia, or the test picture. Rejects with a `DeviceError`. */
    capture: fromPromise<MediaHandle, Capture>(() => Promise.reject(new DeviceError('unsupported'))),
    /** Port: MediaStreamTrack.enabled by source; when it is stopped, MediaStreamTrack.stop for every track. */
    tracks: fromCallback<TrackSwitch & EventObject, { stream: MediaHandle }>(() => {}),
  },
  actions: {
    notify: sendParent(
      ({ context }): DevicesReport => ({
        type: 'devices.changed',
        camera: context.camera,
        microphone: context.microphone,
      }),
    ),
  },
}).createMachine({
  id: 'devices',
  context: { picture: 'camera', stream: null, camera: true, microphone: true, failure: null },
  initial: 'off',
  states: {
    off: {
      on: { acquire: { target: 'asking', actions: assign({ picture: ({ event }) => event.picture }) } },
    },
    asking: {
      entry: assign({ failure: null }),
      invoke: {
        src: 'capture',
        input: ({ context }) => ({ picture: context.picture }),
        onDone: { target: 'on', actions: assign({ stream: ({ event }) => event.output }) },
        onError: {
          target: 'off',
          actions: [
            assign({
              failure: ({ event }) => deviceFailure(event.error instanceof DeviceError ? event.error.code : 'failed'),
            }),
            sendParent(
              ({ context }): DevicesReport => ({
                type: 'devices.refused',
                failure: context.failure ?? deviceFailure('failed'),
              }),
            ),
          ],
        },
      },
      on: { release: 'off' },
    },
    on: {
      entry: [
        assign({ camera: true, microphone: true }),
        sendParent(({ context }): DevicesReport => {
          if (!context.stream) throw new Error('devices are on without a stream');
          return { type: 'devices.ready', stream: context.stream };
        }),
        'notify',
      ],
      exit: assign({ stream: null }),
      invoke: {
        id: 'tracks',
        src: 'tracks',
        input: ({ context: { stream } }) => {
          if (!stream) throw new Error('devices are on without a stream');
          return { stream };
        },
      },
      on: {
        release: 'off',
        'toggle.camera': {
          actions: [
            assign({ camera: ({ context }) => !context.camera }),
            sendTo('tracks', ({ context }) => ({ type: 'switch', source: 'camera', on: context.camera })),
            'notify',
          ],
        },
        'toggle.microphone': {
          actions: [
            assign({ microphone: ({ context }) => !context.microphone }),
            sendTo('tracks', ({ context }) => ({ type: 'switch', source: 'microphone', on: context.microphone })),
            'notify',
          ],
        },
      },
    },
  },
});

export type DevicesActor = ActorRefFrom<typeof devicesMachine>;

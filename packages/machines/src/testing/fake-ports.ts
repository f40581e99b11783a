import type { Command } from '@eyeline/protocol';
import {
  type AnyActorLogic,
  type AnyActorRef,
  createActor,
  type EventObject,
  fromCallback,
  fromPromise,
  setup,
} from 'xstate';
import { callMachine } from '../call-machine.ts';
import { conversationMachine } from '../conversation-machine.ts';
import type { DeviceError } from '../device-failure.ts';
import { devicesMachine, type TrackSwitch } from '../devices-machine.ts';
import type { MediaEvent, MediaInput, MediaReport } from '../media.ts';
import type { Capture, MediaHandle, Picture } from '../media-handle.ts';
import { connectionId } from '../signaling.ts';

/** One question for the camera, which the test answers. */
export interface FakeCapture {
  readonly picture: Picture;
  readonly signal: AbortSignal;
  give(): Promise<void>;
  refuse(error: DeviceError): Promise<void>;
}

/** The media of one call, which the test plays. */
export interface FakeMedia {
  readonly input: MediaInput;
  readonly received: MediaEvent[];
  report(report: MediaReport): void;
  isClosed: boolean;
}

/** Until promises that are settled have been heard. */
export const settled = (): Promise<void> => new Promise(resolve => queueMicrotask(() => queueMicrotask(resolve)));

/** In the place of a browser: camera and media do what the test says. */
export class FakePorts {
  readonly captures: FakeCapture[] = [];
  readonly media: FakeMedia[] = [];
  /** Streams whose tracks are running. */
  readonly running = new Set<string>();
  readonly switches: string[] = [];

  readonly devices = devicesMachine.provide({
    actors: {
      capture: fromPromise<MediaHandle, Capture>(
        ({ input, signal }) =>
          new Promise((resolve, reject) => {
            const stream = { id: `stream-${this.captures.length + 1}` };
            this.captures.push({
              picture: input.picture,
              signal,
              give: () => {
                resolve(stream);
                return settled();
              },
              refuse: error => {
                reject(error);
                return settled();
              },
            });
          }),
      ),
      tracks: fromCallback<TrackSwitch & EventObject, { stream: MediaHandle }>(({ input, receive }) => {
        this.running.add(input.stream.id);
        receive(({ source, on }) => this.switches.push(`${source} ${on ? 'on' : 'off'}`));
        return () => this.running.delete(input.stream.id);
      }),
    },
  });

  readonly call = callMachine.provide({
    actors: {
      devices: this.devices,
      media: fromCallback<MediaEvent & EventObject, MediaInput>(({ input, receive, sendBack }) => {
        const media: FakeMedia = { input, received: [...input.early], report: sendBack, isClosed: false };
        this.media.push(media);
        receive(event => media.received.push(event));
        return () => {
          media.isClosed = true;
        };
      }),
    },
  });

  readonly conversation = conversationMachine.provide({ actors: { call: this.call } });
}

/** In the place of the connection of a session: hands on what it is sent. */
export const connectionTo = (send: (command: Command) => void) =>
  fromCallback<Command & EventObject>(({ receive }) => receive(send));

/** Runs `logic` as somebody's child and keeps what it says to its parent and what it sends to the server. */
export function startChild(
  logic: AnyActorLogic,
  input: unknown,
): { child: AnyActorRef; reports: EventObject[]; sent: Command[]; stop(): void } {
  const reports: EventObject[] = [];
  const sent: Command[] = [];
  const connection = connectionTo(command => sent.push(command));
  const parent = createActor(
    setup({ actors: { connection, child: logic } }).createMachine({
      invoke: [
        { src: 'connection', systemId: connectionId },
        { id: 'child', src: 'child', input: () => input },
      ],
      on: { '*': { actions: ({ event }) => reports.push(event) } },
    }),
  ).start();
  const { child } = parent.getSnapshot().children;
  if (!child) throw new Error('no child');
  return { child, reports, sent, stop: () => parent.stop() };
}

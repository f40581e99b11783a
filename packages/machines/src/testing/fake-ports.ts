import { type EventObject, fromCallback, fromPromise } from 'xstate';
import { callMachine } from '../call-machine.ts';
import { conversationMachine } from '../conversation-machine.ts';
import { helpMachine } from '../help-machine.ts';
import type { DesiredMedia, MediaEvent, MediaInput, MediaOrder, MediaReport } from '../media.ts';
import type { StillInput } from '../still.ts';
import { FakeDevices } from './fake-devices.ts';

/** The media of one call, which the test plays. */
export interface FakeMedia {
  readonly input: MediaInput;
  /** What it was told to be, the first of them at its start. */
  readonly desires: (DesiredMedia | null)[];
  readonly received: MediaEvent[];
  /** How often a person did not want to wait for what is held back. */
  tries: number;
  report(report: MediaReport): void;
  isClosed: boolean;
}

/** Until promises that are settled have been heard: the code of calls is there. */
export const settled = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

/** In the place of a browser: devices and media do what the test says. */
export class FakePorts {
  readonly devices = new FakeDevices();
  readonly media: FakeMedia[] = [];

  /** How to answer each still that is asked for and not given up. */
  readonly stills: ((id: string) => void)[] = [];

  readonly call = callMachine.provide({
    actors: {
      help: helpMachine.provide({
        actors: {
          still: fromCallback<EventObject, StillInput>(({ sendBack }) => {
            const take = (id: string) => sendBack({ type: 'still.taken', track: { id } });
            this.stills.push(take);
            return () => void this.stills.splice(this.stills.indexOf(take), 1);
          }),
        },
      }),
      devices: this.devices.machine,
      media: fromCallback<MediaOrder & EventObject, MediaInput>(({ input, receive, sendBack }) => {
        const media: FakeMedia = {
          input,
          desires: [input.desired],
          received: [...input.early],
          tries: 0,
          report: report => {
            if (!media.isClosed) sendBack(report);
          },
          isClosed: false,
        };
        this.media.push(media);
        receive(order => {
          if (order.type === 'media.desired') media.desires.push(order.desired);
          else if (order.type === 'media.try-again') media.tries += 1;
          else media.received.push(order);
        });
        return () => {
          media.isClosed = true;
        };
      }),
    },
  });

  readonly conversation = conversationMachine.provide({ actors: { callCode: fromPromise(async () => this.call) } });

  /** As new. To make a machine costs more than to run it for a while. */
  clear(): void {
    this.media.length = 0;
    this.devices.clear();
  }

  /** The own picture stands still from now on. */
  takeStill(id: string): void {
    const take = this.stills.at(-1);
    if (!take) throw new Error('no still is asked for');
    take(id);
  }

  /** The media of the call that goes on. */
  get openMedia(): FakeMedia {
    const open = this.media.findLast(({ isClosed }) => !isClosed);
    if (!open) throw new Error('no media is open');
    return open;
  }

  /** What media is to be now. */
  get desired(): DesiredMedia | null {
    return this.openMedia.desires.at(-1) ?? null;
  }

  /** The media of this epoch carries what it should, or not any more. */
  path(becomes: 'live' | 'lost', epoch = this.desired?.epoch ?? 0): void {
    this.openMedia.report({ type: `path.${becomes}`, epoch });
  }
}

import type { Source } from '@eyeline/protocol';
import { type EventObject, fromCallback } from 'xstate';
import type { DeviceFailureCode } from '../device-failure.ts';
import type { CaptureReport, CaptureRequest, HardwareOrder, HardwareReport } from '../devices.ts';
import { devicesMachine } from '../devices-machine.ts';
import type { MediaHandle, SourceTracks } from '../media-handle.ts';

/** One question to the browser, which the test answers. */
export interface FakeCapture {
  readonly request: CaptureRequest;
  isAnswered: boolean;
  /** All that was asked for. */
  give(): void;
  refuse(code: DeviceFailureCode): void;
  answer(failures: Readonly<Partial<Record<Source, DeviceFailureCode>>>): void;
}

/** In the place of camera, microphone and screen: they do what the test says. */
export class FakeDevices {
  readonly captures: FakeCapture[] = [];
  /** Tracks that are running: the lights that are on. */
  readonly running = new Map<MediaHandle, Source>();
  /** Tracks that are watched. */
  readonly held = new Set<MediaHandle>();
  /** How each track was asked for. */
  readonly setups = new Map<MediaHandle, CaptureRequest>();
  readonly orders: HardwareOrder[] = [];
  /** What is heard of what is around. */
  report: (report: HardwareReport) => void = () => {};
  #given = 0;

  readonly machine = devicesMachine.provide({
    actors: {
      capture: fromCallback<EventObject, CaptureRequest>(({ input: request, sendBack }) => {
        let isOver = false;
        const answer = (failures: Readonly<Partial<Record<Source, DeviceFailureCode>>>) => {
          capture.isAnswered = true;
          if (isOver) return;
          const given = request.sources.filter(source => !failures[source]);
          const tracks = Object.fromEntries(
            given.map(source => [source, this.#open(source, request)]),
          ) as Partial<SourceTracks>;
          const deviceIds = Object.fromEntries(given.map(source => [source, `${source}-1`]));
          const report = { type: 'devices.captured', requestId: request.id, tracks, failures, deviceIds };
          sendBack(report as CaptureReport);
        };
        const capture: FakeCapture = {
          request,
          isAnswered: false,
          answer,
          give: () => answer({}),
          refuse: code => answer(Object.fromEntries(request.sources.map(source => [source, code]))),
        };
        this.captures.push(capture);
        return () => {
          isOver = true;
        };
      }),
      hardware: fromCallback<HardwareOrder & EventObject>(({ receive, sendBack }) => {
        this.report = sendBack;
        receive(order => {
          this.orders.push(order);
          if (order.type === 'hold') this.held.add(order.track);
          if (order.type === 'drop') this.#close(order.track);
        });
        return () => {
          for (const track of this.held) this.#close(track);
        };
      }),
    },
  });

  /** As new. */
  clear(): void {
    this.captures.length = 0;
    this.orders.length = 0;
    this.running.clear();
    this.setups.clear();
    this.held.clear();
  }

  get last(): FakeCapture {
    const last = this.captures.at(-1);
    if (!last) throw new Error('nothing was asked of the browser');
    return last;
  }

  get runningSources(): readonly Source[] {
    return [...this.running.values()].sort();
  }

  trackOf(source: Source): MediaHandle {
    const [track] = [...this.running].find(([, of]) => of === source) ?? [];
    if (!track) throw new Error(`no ${source} is running`);
    return track;
  }

  #open(source: Source, setup: CaptureRequest): MediaHandle {
    this.#given += 1;
    const track = { id: `${source}-track-${this.#given}` };
    this.running.set(track, source);
    this.setups.set(track, setup);
    return track;
  }

  #close(track: MediaHandle): void {
    this.running.delete(track);
    this.held.delete(track);
  }
}

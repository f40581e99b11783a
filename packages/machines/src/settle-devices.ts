import { allSources, type Source } from '@eyeline/protocol';
import type { DeviceFailureCode } from './device-failure.ts';
import type { CaptureRequest, DeviceFailures, HardwareOrder } from './devices.ts';
import { type DevicesContext, isSetUpFor, lacksEffect, type OfSources } from './devices-context.ts';

/** What becomes of the devices, and what is to be done for it. */
export interface DevicesChange {
  readonly context: DevicesContext;
  readonly orders: readonly HardwareOrder[];
  readonly requests: readonly CaptureRequest[];
}

export interface Occasion {
  /** A person is behind it for these sources, so that the browser may ask, also for what failed before. */
  readonly pressed?: readonly Source[];
  /** What failed for these reasons is tried again, without a question. */
  readonly retried?: ReadonlySet<DeviceFailureCode>;
}

const only = <Of>(of: OfSources<Of>, sources: readonly Source[]): OfSources<Of> =>
  Object.fromEntries(Object.entries(of).filter(([source]) => sources.some(one => one === source)));

/** Makes what is there what is wanted, from any starting point, any number of times. */
export function settleDevices(context: DevicesContext, { pressed = [], retried }: Occasion): DevicesChange {
  const { setup } = context;
  const wanted = context.isAway ? [] : context.wanted;
  const open = only(context.open, wanted);
  const failures: DeviceFailures = only(context.failures, wanted);
  const orders = allSources.flatMap((source): HardwareOrder[] => {
    const at = context.open[source];
    return at && !open[source] ? [{ type: 'drop', track: at.track }] : [];
  });

  /** Will the answer to this question do, and may it come? */
  const fits = (source: Source, request: CaptureRequest) =>
    request.sources.includes(source) &&
    isSetUpFor(source, request, setup) &&
    !(request.quietly && pressed.includes(source));
  /**
   * The person may be looking at the question now: its answer is taken, though in the meantime another device or an effect is
   * wanted, and what is wanted takes its place then.
   */
  const willDo = (source: Source, request: CaptureRequest) =>
    request.picture === setup.picture &&
    !lacksEffect(source, setup, request) &&
    !(request.quietly && pressed.includes(source));
  const waiting: Partial<Record<Source, string>> = {};
  const missing: Source[] = [];
  for (const source of wanted) {
    const at = open[source];
    if (at && isSetUpFor(source, at.setup, setup)) continue;
    const failure = failures[source];
    // No screen is given without a question.
    const isRetried = failure && source !== 'screen' && retried?.has(failure.code);
    const isDue = at || !failure || pressed.includes(source) || isRetried;
    const asked = context.requests.find(({ id }) => id === context.waiting[source]);
    const request = asked && willDo(source, asked) ? asked : context.requests.find(one => isDue && fits(source, one));
    if (request) waiting[source] = request.id;
    else if (isDue) missing.push(source);
  }

  let { asked } = context;
  const ask = (sources: readonly Source[], quietly: boolean): CaptureRequest[] => {
    if (sources.length === 0) return [];
    asked += 1;
    const id = `capture-${asked}`;
    for (const source of sources) waiting[source] = id;
    return [{ ...setup, id, sources, quietly }];
  };
  // Camera and microphone are one question to the person; the screen is one by itself.
  const [devices, screen] = [missing.filter(one => one !== 'screen'), missing.filter(one => one === 'screen')];
  const isPressed = (source: Source) => pressed.includes(source);
  const requests = [
    ...ask(devices.filter(isPressed), false),
    ...ask(
      devices.filter(source => !isPressed(source)),
      true,
    ),
    ...ask(screen, !screen.every(isPressed)),
  ];
  return {
    context: { ...context, open, failures, waiting, requests: [...context.requests, ...requests], asked },
    orders,
    requests,
  };
}

import { allSources, type Source } from '@eyeline/protocol';
import { type DeviceFailureCode, deviceFailure } from './device-failure.ts';
import type { CaptureReport, CaptureRequest, DevicesOrder, HardwareOrder, HardwareReport } from './devices.ts';
import { type DevicesContext, lacksEffect, type OfSources, type OpenSource } from './devices-context.ts';
import { type DevicesChange, type Occasion, settleDevices } from './settle-devices.ts';

/** What the devices hear. The last is their own: time to try what may have become free without a sign of it. */
export type DevicesEvent = DevicesOrder | HardwareReport | CaptureReport | { type: 'devices.retry-slowly' };

/** What gets better without a person: anything, or what no sign is given of. */
const healing: ReadonlySet<DeviceFailureCode> = new Set([
  ...(['denied', 'dismissed', 'press-needed', 'in-use', 'no-device', 'ended', 'failed'] as const),
]);
const lost: ReadonlySet<DeviceFailureCode> = new Set(['ended']);
const healingSlowly: ReadonlySet<DeviceFailureCode> = new Set(['in-use', 'ended', 'failed']);

/** Everything that the devices decide: first what an event says, then what follows from what is wanted and what is there. */
export function changeDevices(before: DevicesContext, event: DevicesEvent): DevicesChange {
  const orders: HardwareOrder[] = [];
  const heard = hear(before, event, orders);
  const settled = settleDevices(heard, occasionOf(event, before, heard));
  return { ...settled, orders: [...orders, ...settled.orders] };
}

function occasionOf(event: DevicesEvent, before: DevicesContext, { open, failures }: DevicesContext): Occasion {
  switch (event.type) {
    case 'want':
      return { pressed: event.pressed ? event.sources : [] };
    case 'choose':
      return { pressed: allSources.filter(source => source === event.kind) };
    case 'flip':
      return { pressed: ['camera'] };
    case 'effect':
      // Without the effect that failed it may be there.
      return { pressed: allSources.filter(source => open[source] || (before.failures[source] && !failures[source])) };
    case 'effect.ended':
      // The press was for the microphone, with the effect or without.
      return { pressed: event.effect === 'noise' ? ['microphone'] : [] };
    case 'track.lost':
      // Where a headset was unplugged there may be another microphone.
      return { retried: lost };
    case 'devices.retry':
      return { retried: healing };
    case 'devices.retry-slowly':
      return { retried: healingSlowly };
    case 'devices.captured': {
      // A device that was not given beside the one that was open is asked for once more without it, as it was before.
      const request = before.requests.find(({ id }) => id === event.requestId);
      return { pressed: request?.quietly === false ? request.sources.filter(source => !failures[source]) : [] };
    }
    default:
      return {};
  }
}

function hear(context: DevicesContext, event: DevicesEvent, orders: HardwareOrder[]): DevicesContext {
  const { setup, open } = context;
  switch (event.type) {
    case 'want': {
      const quality = event.quality ?? setup.quality;
      if (JSON.stringify(quality) !== JSON.stringify(setup.quality) && open.camera)
        orders.push({ type: 'shape', track: open.camera.track, quality });
      return { ...context, wanted: event.sources, setup: { ...setup, picture: event.picture, quality } };
    }
    case 'choose': {
      const preferred = { ...setup.preferred, [event.kind]: event.deviceId };
      orders.push({ type: 'remember', preferred, effects: setup.effects });
      const facing = event.kind === 'camera' ? null : setup.facing;
      const chosen = { ...context.chosen, [event.kind]: event.deviceId };
      return { ...context, chosen, setup: { ...setup, preferred, facing } };
    }
    case 'flip': {
      const facing = setup.facing === 'environment' ? 'user' : 'environment';
      return { ...context, setup: { ...setup, facing, preferred: { ...setup.preferred, camera: null } } };
    }
    case 'effect': {
      const effects = { blur: event.blur, noise: event.noise };
      orders.push({ type: 'remember', preferred: setup.preferred, effects });
      const { camera, ...others } = context.failures;
      const failures = camera?.code === 'effect-failed' && !effects.blur ? others : context.failures;
      return { ...context, failures, isNoiseBack: false, setup: { ...setup, effects } };
    }
    case 'effect.ended':
      if (event.effect === 'noise')
        return { ...context, isNoiseBack: true, setup: { ...setup, effects: { ...setup.effects, noise: false } } };
      return setup.effects.blur && open.camera?.setup.effects.blur
        ? lose(context, open.camera.track.id, 'effect-failed', orders)
        : context;
    case 'devices.captured':
      return answered(context, event, orders);
    case 'track.lost':
      return lose(context, event.trackId, event.code, orders);
    case 'track.muted':
    case 'track.unmuted': {
      const isMuted = event.type === 'track.muted';
      const source = sourceOf(open, event.trackId);
      const at = source && open[source];
      return source && at ? { ...context, open: { ...open, [source]: { ...at, isMuted } } } : context;
    }
    case 'devices.listed':
      return { ...context, choices: event.choices, canFlip: event.canFlip };
    case 'devices.permission':
      return { ...context, permissions: { ...context.permissions, [event.source]: event.permission } };
    case 'devices.remembered':
      return {
        ...context,
        chosen: event.preferred,
        setup: { ...setup, preferred: event.preferred, effects: event.effects },
      };
    case 'page.left':
      return { ...context, isAway: true };
    case 'page.back':
      return { ...context, isAway: false };
    default:
      return context;
  }
}

const sourceOf = (open: OfSources<OpenSource>, trackId: string): Source | undefined =>
  allSources.find(source => open[source]?.track.id === trackId);

function lose(
  context: DevicesContext,
  trackId: string,
  code: DeviceFailureCode,
  orders: HardwareOrder[],
): DevicesContext {
  const source = sourceOf(context.open, trackId);
  const at = source && context.open[source];
  if (!source || !at) return context;
  orders.push({ type: 'drop', track: at.track });
  const { [source]: _, ...open } = context.open;
  if (context.waiting[source]) return { ...context, open };
  return failed({ ...context, open }, source, code);
}

/** The browser has answered: what still waits for it gets it, and nothing else stays open. */
function answered(before: DevicesContext, report: CaptureReport, orders: HardwareOrder[]): DevicesContext {
  const request = before.requests.find(({ id }) => id === report.requestId);
  let context: DevicesContext = { ...before, requests: before.requests.filter(other => other !== request) };
  for (const source of allSources) {
    const track = report.tracks[source];
    const isAwaited = request !== undefined && context.waiting[source] === request.id;
    if (!isAwaited) {
      if (track) orders.push({ type: 'drop', track });
      continue;
    }
    const { [source]: _, ...waiting } = context.waiting;
    const at = context.open[source];
    context = { ...context, waiting };
    if (track) {
      if (at) orders.push({ type: 'drop', track: at.track });
      orders.push({ type: 'hold', source, track });
      const { [source]: __, ...failures } = context.failures;
      const open = { ...context.open, [source]: { track, isMuted: false, setup: request } };
      const deviceId = source === 'screen' ? undefined : report.deviceIds[source];
      const chosen = deviceId === undefined ? context.chosen : { ...context.chosen, [source]: deviceId };
      context = { ...context, failures, open, chosen };
    } else context = refused(context, source, report.failures[source] ?? 'failed', request, orders);
  }
  return context;
}

const failed = (context: DevicesContext, source: Source, code: DeviceFailureCode): DevicesContext => ({
  ...context,
  failures: { ...context.failures, [source]: deviceFailure(code, source) },
});

function refused(
  context: DevicesContext,
  source: Source,
  code: DeviceFailureCode,
  request: CaptureRequest,
  orders: HardwareOrder[],
): DevicesContext {
  const at = context.open[source];
  if (!at) {
    const known = context.failures[source];
    // What is tried again by itself and is still not there: the first reason says more.
    if (known && (code === 'press-needed' || code === 'no-device')) return context;
    return failed(context, source, code);
  }
  // Telephones give one camera at a time; and what was opened without an effect is not what is wanted now.
  if (code === 'in-use' || lacksEffect(source, at.setup, request)) {
    orders.push({ type: 'drop', track: at.track });
    const { [source]: _, ...open } = context.open;
    return code === 'in-use' ? { ...context, open } : failed({ ...context, open }, source, code);
  }
  return { ...context, open: { ...context.open, [source]: { ...at, setup: request } } };
}

import { type ActorRefFrom, type EventObject, enqueueActions, fromCallback, setup } from 'xstate';
import type { CaptureRequest, HardwareOrder } from './devices.ts';
import { changeDevices, type DevicesEvent } from './devices-change.ts';
import { closedDevices, type DevicesContext } from './devices-context.ts';
import { isSameReport, reportOf, screenEnded } from './devices-report.ts';

/** Something is about to be there: it is asked for the first time, or a person is asked again. */
const isOpening = ({ open, waiting, failures, reported }: DevicesContext): boolean =>
  reported.isAsking || Object.keys(waiting).some(source => !(source in open || source in failures));
const isFailing = ({ failures }: DevicesContext): boolean => Object.keys(failures).length > 0;
const isOpen = ({ open }: DevicesContext): boolean => Object.keys(open).length > 0;

/**
 * Camera, microphone and screen of one person. An order to open starts the `capture` port synchronously, so that the browser's
 * question belongs to the press that caused it. What is not wanted is closed at once, and so is everything however the session
 * ends; what the browser gives when it is no longer wanted is stopped as it comes.
 */
export const devicesMachine = setup({
  types: {
    context: {} as DevicesContext,
    events: {} as DevicesEvent,
    children: {} as { hardware: 'hardware' },
  },
  actors: {
    /** Port: one question to the browser, answered with one `devices.captured`. What is given after its end is stopped. */
    capture: fromCallback<EventObject, CaptureRequest>(() => {}),
    /** Port: the tracks that are open, and what is heard of devices, permissions and the page. Stopped, it stops every track. */
    hardware: fromCallback<HardwareOrder & EventObject>(() => {}),
  },
  actions: {
    change: enqueueActions(({ context, event, enqueue }, params: { event: DevicesEvent } | undefined) => {
      const heard = params?.event ?? event;
      const { context: changed, orders, requests } = changeDevices(context, heard);
      const report = reportOf(changed);
      const isNews = !isSameReport(report, context.reported);
      const ended = screenEnded(context, changed);
      enqueue.assign(isNews ? { ...changed, reported: report } : changed);
      if (heard.type === 'devices.captured') enqueue.stopChild(heard.requestId);
      for (const order of orders) enqueue.sendTo('hardware', order);
      for (const request of requests) enqueue.spawnChild('capture', { id: request.id, input: request });
      if (isNews) enqueue.sendParent(report);
      if (ended) enqueue.sendParent(ended);
    }),
  },
  delays: {
    /** Before what may have become free without a sign of it is tried again, in ms. */
    retryPause: 3000,
  },
  guards: {
    isOpening: ({ context }) => isOpening(context),
    isFailing: ({ context }) => !isOpening(context) && isFailing(context),
    isOpen: ({ context }) => !isOpening(context) && !isFailing(context) && isOpen(context),
    isClosed: ({ context }) => !isOpening(context) && !isFailing(context) && !isOpen(context),
  },
}).createMachine({
  id: 'devices',
  context: closedDevices,
  invoke: { id: 'hardware', src: 'hardware' },
  on: {
    want: { actions: 'change' },
    choose: { actions: 'change' },
    flip: { actions: 'change' },
    effect: { actions: 'change' },
    'devices.*': { actions: 'change' },
    'track.*': { actions: 'change' },
    'effect.*': { actions: 'change' },
    'page.*': { actions: 'change' },
  },
  initial: 'closed',
  states: {
    closed: {
      always: { guard: 'isOpening', target: 'opening' },
    },
    opening: {
      always: [
        { guard: 'isClosed', target: 'closed' },
        { guard: 'isFailing', target: 'failing' },
        { guard: 'isOpen', target: 'open' },
      ],
    },
    open: {
      always: [
        { guard: 'isClosed', target: 'closed' },
        { guard: 'isOpening', target: 'opening' },
        { guard: 'isFailing', target: 'failing' },
      ],
    },
    /** Something that is wanted is not there; what is there is open. */
    failing: {
      always: [
        { guard: 'isClosed', target: 'closed' },
        { guard: 'isOpening', target: 'opening' },
        { guard: 'isOpen', target: 'open' },
      ],
      after: {
        retryPause: {
          target: 'failing',
          reenter: true,
          actions: { type: 'change', params: { event: { type: 'devices.retry-slowly' } } },
        },
      },
    },
  },
});

export type DevicesActor = ActorRefFrom<typeof devicesMachine>;

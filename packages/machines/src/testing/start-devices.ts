import type { Source } from '@eyeline/protocol';
import type { EventObject } from 'xstate';
import type { DevicesOrder, DevicesReport, SourceEnded } from '../devices.ts';
import type { DevicesActor } from '../devices-machine.ts';
import { FakeDevices } from './fake-devices.ts';
import { startChild } from './start-child.ts';

const isReport = (event: EventObject): event is DevicesReport => event.type === 'devices.changed';

/** Devices as the child of a call, and what they tell it. */
export function startDevices() {
  const fake = new FakeDevices();
  const { child, reports, stop } = startChild(fake.machine, undefined);
  const devices = child as DevicesActor;
  return {
    fake,
    devices,
    stop,
    send: (order: DevicesOrder) => devices.send(order),
    want: (sources: readonly Source[], rest: Partial<DevicesOrder & { type: 'want' }> = {}) =>
      devices.send({ type: 'want', sources, picture: 'camera', pressed: true, ...rest }),
    last: (): DevicesReport | undefined => reports.filter(isReport).at(-1),
    ends: () => reports.filter((event): event is SourceEnded & EventObject => event.type === 'devices.ended'),
    state: () => devices.getSnapshot().value,
  };
}

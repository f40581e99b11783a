import type { DevicesActor, DevicesReport } from '@eyeline/machines';
import { createActor, setup } from 'xstate';
import { devicesOver } from '../../packages/sdk/src/devices/devices-over.ts';

// What runs in the page of devices.spec.ts: the devices, and nothing else of a session.
const reports: DevicesReport[] = [];
const ended: string[] = [];
const session = createActor(
  setup({ actors: { devices: devicesOver('Test', new URLSearchParams(location.search).get('server') ?? undefined) } }).createMachine({
    invoke: { id: 'devices', src: 'devices' },
    on: {
      'devices.changed': { actions: ({ event }) => reports.push(event as DevicesReport) },
      'devices.ended': { actions: ({ event }) => ended.push((event as unknown as { source: string }).source) },
    },
  }),
).start();
Object.assign(window, {
  devices: session.getSnapshot().children['devices'] as DevicesActor,
  reports,
  ended,
  end: () => session.stop(),
});

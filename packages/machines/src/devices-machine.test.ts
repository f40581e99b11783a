import { expect, test } from 'vitest';
import { DeviceError } from './device-failure.ts';
import type { DevicesActor } from './devices-machine.ts';
import { deviceFailures } from './sentences/failures.ts';
import { FakePorts, startChild } from './testing/fake-ports.ts';

function startDevices() {
  const ports = new FakePorts();
  const { child, reports, stop } = startChild(ports.devices, undefined);
  return { ports, devices: child as DevicesActor, reports, stop };
}

test('asks at once, gives the stream, and switches its tracks', async () => {
  const { ports, devices, reports } = startDevices();
  devices.send({ type: 'acquire', picture: 'camera' });
  expect(ports.captures).toHaveLength(1);
  await ports.captures[0]?.give();
  devices.send({ type: 'toggle.microphone' });
  expect(reports).toMatchObject([
    { type: 'devices.ready', stream: { id: 'stream-1' } },
    { type: 'devices.changed', camera: true, microphone: true },
    { type: 'devices.changed', camera: true, microphone: false },
  ]);
  expect(ports.switches).toEqual(['microphone off']);
  expect(ports.running).toEqual(new Set(['stream-1']));
});

test('released while it asks: calls the capture off; released when it has it: stops the tracks', async () => {
  const { ports, devices, reports } = startDevices();
  devices.send({ type: 'acquire', picture: 'camera' });
  devices.send({ type: 'release' });
  expect(ports.captures[0]?.signal.aborted).toBe(true);
  await ports.captures[0]?.give();
  expect(reports).toEqual([]);

  devices.send({ type: 'acquire', picture: 'test' });
  await ports.captures[1]?.give();
  expect(ports.captures[1]?.signal.aborted).toBe(false);
  devices.send({ type: 'release' });
  expect(ports.running.size).toBe(0);
  expect(devices.getSnapshot().context.stream).toBeNull();
});

test.each(['asking', 'on'] as const)('stopped with its session while %s: the camera goes out', async when => {
  const { ports, devices, stop } = startDevices();
  devices.send({ type: 'acquire', picture: 'camera' });
  if (when === 'on') await ports.captures[0]?.give();
  stop();
  expect(ports.running.size).toBe(0);
  expect(ports.captures[0]?.signal.aborted).toBe(when === 'asking');
});

test('every refusal has a sentence that says what to do', async () => {
  for (const code of Object.keys(deviceFailures) as (keyof typeof deviceFailures)[]) {
    const { ports, devices, reports } = startDevices();
    devices.send({ type: 'acquire', picture: 'camera' });
    await ports.captures[0]?.refuse(new DeviceError(code));
    expect(reports).toEqual([{ type: 'devices.refused', failure: { code, message: deviceFailures[code] } }]);
    expect(deviceFailures[code]).toMatch(/^[A-Z].+[.]$/);
  }
});

test('an error without a code is a failure too', async () => {
  const { ports, devices, reports } = startDevices();
  devices.send({ type: 'acquire', picture: 'camera' });
  await ports.captures[0]?.refuse(new TypeError('surprise') as DeviceError);
  expect(reports).toMatchObject([{ failure: { code: 'failed' } }]);
});

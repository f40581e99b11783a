import { expect, test } from 'vitest';
import { DeviceError, deviceFailures } from './device-failure.ts';
import type { DevicesActor } from './devices-machine.ts';
import { FakeHoles, startChild } from './testing/fake-holes.ts';

function startDevices() {
  const holes = new FakeHoles();
  const { child, said, stop } = startChild(holes.devices, undefined);
  return { holes, devices: child as DevicesActor, said, stop };
}

test('asks at once, gives the stream, and switches its tracks', async () => {
  const { holes, devices, said } = startDevices();
  devices.send({ type: 'acquire', picture: 'camera' });
  expect(holes.captures).toHaveLength(1);
  await holes.captures[0]?.give();
  devices.send({ type: 'toggle.microphone' });
  expect(said).toMatchObject([
    { type: 'devices.ready', stream: { id: 'stream-1' } },
    { type: 'devices.changed', camera: true, microphone: true },
    { type: 'devices.changed', camera: true, microphone: false },
  ]);
  expect(holes.switches).toEqual(['microphone off']);
  expect(holes.running).toEqual(new Set(['stream-1']));
});

test('released while it asks: calls the capture off; released when it has it: stops the tracks', async () => {
  const { holes, devices, said } = startDevices();
  devices.send({ type: 'acquire', picture: 'camera' });
  devices.send({ type: 'release' });
  expect(holes.captures[0]?.signal.aborted).toBe(true);
  await holes.captures[0]?.give();
  expect(said).toEqual([]);

  devices.send({ type: 'acquire', picture: 'test' });
  await holes.captures[1]?.give();
  expect(holes.captures[1]?.signal.aborted).toBe(false);
  devices.send({ type: 'release' });
  expect(holes.running.size).toBe(0);
  expect(devices.getSnapshot().context.stream).toBeNull();
});

test.each(['asking', 'on'] as const)('stopped with its session while %s: the camera goes out', async when => {
  const { holes, devices, stop } = startDevices();
  devices.send({ type: 'acquire', picture: 'camera' });
  if (when === 'on') await holes.captures[0]?.give();
  stop();
  expect(holes.running.size).toBe(0);
  expect(holes.captures[0]?.signal.aborted).toBe(when === 'asking');
});

test('every refusal has a sentence that says what to do', async () => {
  for (const code of Object.keys(deviceFailures) as (keyof typeof deviceFailures)[]) {
    const { holes, devices, said } = startDevices();
    devices.send({ type: 'acquire', picture: 'camera' });
    await holes.captures[0]?.refuse(new DeviceError(code));
    expect(said).toEqual([{ type: 'devices.refused', failure: { code, message: deviceFailures[code] } }]);
    expect(deviceFailures[code]).toMatch(/^[A-Z].+[.]$/);
  }
});

test('an error without a code is a failure too', async () => {
  const { holes, devices, said } = startDevices();
  devices.send({ type: 'acquire', picture: 'camera' });
  await holes.captures[0]?.refuse(new TypeError('surprise') as DeviceError);
  expect(said).toMatchObject([{ failure: { code: 'failed' } }]);
});

import { expect, test } from 'vitest';
import { iceTrials } from './ice-plan.ts';

test('each address is tried by itself, under the name of its transport', () => {
  const trials = iceTrials({
    iceServers: [
      { urls: 'stun:a.example:3478' },
      {
        urls: ['turn:a.example', 'turn:a.example?transport=tcp', 'turns:a.example:443?transport=tcp'],
        username: 'u',
        credential: 'c',
      },
    ],
  });
  expect(trials.map(({ name }) => name)).toEqual(['stun', 'turn-udp', 'turn-tcp', 'turn-tls']);
  expect(trials[2]?.server).toEqual({ urls: 'turn:a.example?transport=tcp', username: 'u', credential: 'c' });
  expect(trials[0]?.server).toEqual({ urls: 'stun:a.example:3478' });
});

test('a list without end does not open connections without end', () => {
  expect(iceTrials({ iceServers: [{ urls: Array.from({ length: 50 }, () => 'stun:a.example') }] })).toHaveLength(8);
});

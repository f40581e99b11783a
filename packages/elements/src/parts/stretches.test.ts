import type { Message, ParticipantId } from '@eyeline/protocol';
import { expect, test } from 'vitest';
import type { RequestLine } from './request.ts';
import { hasAtEnd, type Line, Stretches, youngestOf } from './stretches.ts';

const group = (n: number, count = 1): Line => ({
  kind: 'group',
  key: `group-${n}`,
  participantId: 'anna' as ParticipantId,
  isOwn: false,
  name: 'Anna',
  at: n,
  messages: Array.from({ length: count }, (_, index) => ({ seq: n + index, at: n }) as Message),
});
const day: Line = { kind: 'day', key: 'day-1', at: 1 };
const request: RequestLine = {
  kind: 'request',
  key: 'request',
  isOwn: true,
  name: 'Ada',
  at: 9_000,
  text: 'Where is it?',
};
const many = (count: number): Line[] => Array.from({ length: count }, (_, index) => group(index + 1));

test('a conversation is all there, in its order', () => {
  const lines = [day, request, ...many(500)];
  const stretches = new Stretches().of(lines);
  expect(stretches.flatMap(one => one.lines)).toEqual(lines);
  expect(stretches.length).toBeGreaterThan(10);
  expect(new Set(stretches.map(one => one.key)).size).toBe(stretches.length);
});

test('what is added changes the last stretch alone', () => {
  const lines = many(101);
  const stretches = new Stretches();
  const before = stretches.of(lines.slice(0, -1));
  const after = stretches.of(lines);
  expect(after.slice(0, before.length - 1).every((one, index) => one === before[index])).toBe(true);
  expect(after.at(-1)).not.toBe(before.at(-1));
  expect(stretches.of([...lines]).every((one, index) => one === after[index])).toBe(true);
});

test('a request that comes later moves nothing to another stretch', () => {
  const lines = many(100);
  const stretches = new Stretches();
  const before = stretches.of([day, ...lines]);
  const after = stretches.of([day, request, ...lines]);
  expect(after.map(one => one.key)).toEqual(before.map(one => one.key));
  expect(after.slice(1).every((one, index) => one === before[index + 1])).toBe(true);
});

test('a long monologue fills a stretch by its messages', () => {
  expect(new Stretches().of([group(1, 50), group(60, 50), group(120)]).map(one => one.lines.length)).toEqual([1, 1, 1]);
});

test('how young a stretch is, and what is last in a group of it', () => {
  const [stretch = { key: '', lines: [] }] = new Stretches().of([day, group(5, 3)]);
  expect(youngestOf(stretch)).toBe(5);
  expect(youngestOf({ key: '', lines: [day] })).toBe(0);
  expect(youngestOf({ key: '', lines: [day, request] })).toBe(9_000);
  expect([5, 6, 7, 8].filter(seq => hasAtEnd(stretch, seq))).toEqual([7]);
});

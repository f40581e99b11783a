import { pino } from 'pino';
import { beforeEach, expect, test } from 'vitest';
import { FaultLog } from './fault-log.ts';

class Known extends Error {}

let lines: string[];
let faults: FaultLog;
beforeEach(() => {
  lines = [];
  const write = (line: string) => {
    const { level, msg, err } = JSON.parse(line);
    lines.push(`${level} ${msg}${err ? ` (${err.message ?? err})` : ''}`);
  };
  faults = new FaultLog({
    log: pino({ level: 'info' }, { write }),
    known: error => (error instanceof Known ? error.message : undefined),
    unknown: 'It failed.',
    over: 'It works again.',
  });
});

test('a fault is said when it begins, when it becomes another, and when it is over; each is counted', () => {
  faults.well();
  for (const error of ['a', 'a', 'b', 'a', 'b']) faults.fault(new Known(error));
  expect(lines).toEqual(['50 a', '50 b']);
  expect([faults.count, faults.isWell]).toEqual([5, false]);
  faults.well();
  faults.well();
  expect(lines.slice(2)).toEqual(['30 It works again.']);
  faults.fault(new Known('a'));
  expect(lines.slice(3)).toEqual(['50 a']);
});

test('what is not known is said with the error itself, once as well', () => {
  faults.fault(new TypeError('x of undefined'));
  faults.fault(new TypeError('x of undefined'));
  faults.fault('just so');
  expect(lines).toEqual(['50 It failed. (x of undefined)', '50 It failed. (just so)']);
});

test('what one has said the others do not repeat, and it is over when it is over for all', () => {
  faults.fault(new Known('no platform'), 'one');
  faults.fault(new Known('no platform'), 'two');
  faults.well('three');
  faults.well('one');
  expect(lines).toEqual(['50 no platform']);
  faults.well('two');
  expect(lines).toEqual(['50 no platform', '30 It works again.']);
});

test('nobody tries it any more: it is not said to be over, nor again, until it works for somebody', () => {
  faults.fault(new Known('no platform'), 'one');
  faults.leave('one');
  faults.fault(new Known('no platform'), 'two');
  faults.leave('two');
  expect(lines).toEqual(['50 no platform']);
  faults.well('three');
  expect(lines).toEqual(['50 no platform', '30 It works again.']);
});

test('a failure that says something else each time does not fill the disk', () => {
  for (let n = 0; n < 1_000; n += 1) faults.fault(new Known(`request ${n}`));
  expect(lines).toHaveLength(100);
});

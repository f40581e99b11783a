import * as v from 'valibot';
import { expect, test } from 'vitest';
import { doctorSentences } from '../sentences/doctor.ts';
import { type Check, type CheckName, type CheckStatus, checkOf, type DoctorCode } from './check.ts';
import { DoctorReport, doctorReport } from './report.ts';
import { faultsIn, verdictOf } from './verdict.ts';

const check = (name: CheckName, status: CheckStatus, code: DoctorCode | null = null): Check => ({
  ...checkOf(name, status),
  code,
});
const fine = [check('camera', 'success'), check('microphone', 'success'), check('signalling', 'success')];

test('nothing wrong is good, and what there is nothing to look at for is nothing wrong', () => {
  expect(verdictOf([...fine, check('stun', 'success'), check('turn-udp', 'skipped')])).toBe('good');
});

test('one way that works makes the others a warning; none that works is no call', () => {
  const closed = [check('stun', 'failed', 'stun-blocked'), check('turn-udp', 'failed', 'turn-udp-blocked')];
  expect(verdictOf([...fine, ...closed, check('turn-tls', 'success')])).toBe('impaired');
  expect(verdictOf([...fine, ...closed, check('turn-tls', 'failed', 'turn-tls-blocked')])).toBe('none');
  // What was not looked at does not open a way.
  expect(verdictOf([...fine, ...closed, check('turn-tls', 'skipped')])).toBe('none');
});

test('a camera that is missing leaves the voice; both missing leave nothing', () => {
  const noCamera = check('camera', 'failed', 'camera-missing');
  expect(verdictOf([noCamera, check('microphone', 'success')])).toBe('impaired');
  expect(verdictOf([noCamera, check('microphone', 'failed', 'microphone-missing')])).toBe('none');
});

test('the gravest comes first, and a warning may belong to a success', () => {
  const faults = faultsIn([
    check('bit-rate', 'success', 'bit-rate-low'),
    check('signalling', 'failed', 'socket-blocked'),
  ]);
  expect(faults.map(({ code, level }) => `${level} ${code}`)).toEqual(['error socket-blocked', 'warning bit-rate-low']);
});

test('a report is of its own schema, after JSON too, with a sentence for each fault', () => {
  const report = doctorReport(
    {
      ...{
        from: 'browser',
        server: 'https://video.example',
        at: 1_800_000_000_000,
        durationMs: 4200,
        userAgent: 'any',
      },
      checks: [...fine, check('stun', 'failed', 'stun-blocked')],
    },
    code => doctorSentences[code],
  );
  expect(v.parse(DoctorReport, JSON.parse(JSON.stringify(report)))).toEqual(report);
  expect(report.faults).toEqual([
    { check: 'stun', code: 'stun-blocked', level: 'error', sentence: doctorSentences['stun-blocked'] },
  ]);
});

test('each sentence is more than a finding: it says what to do', () => {
  for (const sentence of Object.values(doctorSentences)) expect(sentence).toMatch(/^[A-Z].+[.;:,] .+\.$/);
});

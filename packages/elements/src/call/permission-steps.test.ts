import type { DeviceFailureCode } from '@eyeline/machines';
import { expect, test } from 'vitest';
import { permission } from '../sentences/permission.ts';
import { permissionHelpFor } from './permission-steps.ts';

const firefox = {
  userAgent: 'Gecko/20100101 Firefox/145.0',
  vendor: '',
  maxTouchPoints: 0,
};
const stepsFor = (...codes: DeviceFailureCode[]) => permissionHelpFor(codes, firefox)?.steps;

test('what the person said no to is told for this browser; what the page withholds goes before it', () => {
  expect(stepsFor('denied')).toBe(permission.firefox);
  expect(stepsFor('in-use', 'denied')).toBe(permission.firefox);
  expect(stepsFor('denied', 'policy-blocked')).toBe(permission.frame);
});

test('a question that was closed comes again; a camera in use is freed elsewhere', () => {
  expect(stepsFor('dismissed')).toBe(permission.prompt);
  expect(stepsFor('press-needed')).toBe(permission.prompt);
  expect(stepsFor('in-use', 'no-device')).toBe(permission.inUse);
});

test('where the sentence says it all there is nothing more', () => {
  expect(stepsFor()).toBeUndefined();
  expect(stepsFor('no-device', 'insecure', 'unsupported', 'ended', 'failed')).toBeUndefined();
});

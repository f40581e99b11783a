import { expect, test } from 'vitest';
import { aptFigure } from './debian.js';

test('the status of apt becomes a figure', () => {
  expect(aptFigure('dlstatus:3:45.1234:Retrieving file 3 of 20')).toBe('fetching 45 %');
  expect(aptFigure('pmstatus:libuv1-dev:amd64:12.5:Unpacking libuv1-dev')).toBe('unpacking 13 %');
  expect(aptFigure('pmstatus:chromium:100:Installed chromium')).toBe('unpacking 100 %');
  expect(aptFigure('Setting up chromium ...')).toBeUndefined();
});

import { expect, test } from 'vitest';
import { type BrowserKind, browserKindOf } from './browser-kind.ts';

const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)';
const phone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X)';
const android = 'Mozilla/5.0 (Linux; Android 10; K)';
const webKit = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
const blink = 'AppleWebKit/537.36 (KHTML, like Gecko)';

test.each<[string, string, number, BrowserKind]>([
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${blink} Chrome/143.0.0.0 Safari/537.36`, 'Google Inc.', 0, 'chromium'],
  [`${mac} ${blink} Chrome/143.0.0.0 Safari/537.36 Edg/143.0.0.0`, 'Google Inc.', 0, 'edge'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0', '', 0, 'firefox'],
  [`${mac} ${webKit} Version/26.0 Safari/605.1.15`, 'Apple Computer, Inc.', 0, 'safari'],
  [`${mac} ${webKit} Version/26.0 Safari/605.1.15`, 'Apple Computer, Inc.', 5, 'ios-safari'],
  [`${phone} ${webKit} Version/26.0 Mobile/15E148 Safari/604.1`, 'Apple Computer, Inc.', 5, 'ios-safari'],
  [`${phone} ${webKit} CriOS/143.0 Mobile/15E148 Safari/604.1`, 'Apple Computer, Inc.', 5, 'ios-other'],
  [`${android} ${blink} Chrome/143.0.0.0 Mobile Safari/537.36`, 'Google Inc.', 5, 'android-chromium'],
  ['Mozilla/5.0 (Android 15; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0', '', 5, 'android-firefox'],
  ['Something/1.0', '', 0, 'other'],
])('%s', (userAgent, vendor, maxTouchPoints, kind) => {
  expect(browserKindOf({ userAgent, vendor, maxTouchPoints })).toBe(kind);
});

import { afterEach, expect, test, vi } from 'vitest';
import { serverOf } from './server-of.ts';

afterEach(() => void vi.unstubAllGlobals());
const onPage = () => vi.stubGlobal('location', new URL('https://shop.example:8443/cart?item=7'));

test('the address of a server, from anywhere', () => {
  expect(serverOf('http://help.example.com:8080/')).toBe('http://help.example.com:8080');
  expect(serverOf('wss://help.example.com')).toBe('wss://help.example.com');
});

test.each([
  [undefined, 'https://shop.example:8443'],
  ['//help.example.com', 'https://help.example.com'],
  ['help.example.com', 'https://help.example.com'],
  ['help.example.com:8443', 'https://help.example.com:8443'],
  ['http://[::1]:8080', 'http://[::1]:8080'],
])('on a page %s is %s', (url, server) => {
  onPage();
  expect(serverOf(url)).toBe(server);
});

import { expect, test } from 'vitest';
import { placeOf } from './card-view.ts';

test.each([
  ['https://shop.example/lamp?a=1', 'shop.example'],
  ['https://bank.example@evil.example/', 'evil.example'],
  ['https://xn--bcher-kva.example', 'xn--bcher-kva.example'],
  ['https://bücher.example', 'xn--bcher-kva.example'],
  ['mailto:help@shop.example?subject=x', 'help@shop.example'],
  ['tel:+49891234', '+49891234'],
  ['javascript:alert(1)', null],
  ['JaVaScRiPt:alert(1)', null],
  ['data:text/html,<script>', null],
  ['http://shop.example', null],
  ['//evil.example', null],
  ['nothing', null],
])('%s leads to %s', (url, place) => expect(placeOf(url)).toBe(place));

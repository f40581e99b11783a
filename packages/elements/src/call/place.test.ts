import { expect, test } from 'vitest';
import { withinBounds } from './place.ts';

const screen = { width: 1280, height: 800 };
/** The box of a call, 400 by 640, 20 px from the lower right corner, after it was moved by `x` and `y`. */
const shown = (x: number, y: number) => ({ left: 860 + x, top: 140 + y, width: 400, height: 640 });
const bounded = (x: number, y: number, room = screen) => withinBounds({ x, y }, shown(x, y), room, 8);

test('a call is moved as far as a person moves it, and never off the screen', () => {
  expect(bounded(0, 0)).toEqual({ x: 0, y: 0 });
  expect(bounded(-300, -100)).toEqual({ x: -300, y: -100 });
  expect(bounded(-2000, -2000)).toEqual({ x: 8 - 860, y: 8 - 140 });
  expect(bounded(2000, 2000)).toEqual({ x: 12, y: 12 });
});

test('in a window that has become too small for it, it is in its corner', () => {
  expect(bounded(-300, -100, { width: 400, height: 600 })).toEqual({ x: 0, y: 0 });
});

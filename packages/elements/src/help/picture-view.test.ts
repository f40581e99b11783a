import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type PictureView, seenOf, toBox, toPicture } from './picture-view.ts';

const side = fc.integer({ min: 16, max: 4000 });
const size = fc.record({ width: side, height: side });
const view: fc.Arbitrary<PictureView> = fc.record({
  box: size,
  picture: size,
  fit: fc.constantFrom('cover', 'contain'),
  mirrored: fc.boolean(),
});
const fraction = fc.double({ min: 0, max: 1, noNaN: true });
const point = fc.tuple(fraction, fraction);
const near = (one: number, other: number) => Math.abs(one - other) < 1e-6 * Math.max(1, Math.abs(one));

test('H1 a place of the picture is the same place again, whatever box it went through', () => {
  fc.assert(
    fc.property(view, point, (shown, place) => {
      const [x, y] = toPicture(shown, toBox(shown, place)) ?? [Number.NaN, Number.NaN];
      return near(x, place[0]) && near(y, place[1]);
    }),
  );
});

test('two people who see it in different sizes, crops and mirrors mean the same place', () => {
  fc.assert(
    fc.property(view, view, fraction, fraction, (one, other, across, down) => {
      const shownToOther = { ...other, picture: one.picture };
      const pressed = { x: across * one.box.width, y: down * one.box.height };
      const place = toPicture(one, pressed);
      if (!place) return one.fit === 'contain';
      const back = toBox(one, toPicture(shownToOther, toBox(shownToOther, place)) ?? place);
      return near(back.x, pressed.x) && near(back.y, pressed.y);
    }),
  );
});

test('all of the box is picture where it covers, and all of the picture is in the box where it is contained', () => {
  fc.assert(
    fc.property(view, point, ({ box, ...shown }, [x, y]) => {
      if (shown.fit === 'cover') return toPicture({ ...shown, box }, { x: x * box.width, y: y * box.height }) !== null;
      const at = toBox({ ...shown, box }, [x, y]);
      return at.x >= -1e-6 && at.x <= box.width + 1e-6 && at.y >= -1e-6 && at.y <= box.height + 1e-6;
    }),
  );
});

test('what is seen begins and ends at the corners of the box, or of the picture', () => {
  fc.assert(
    fc.property(view, shown => {
      const corners = seenOf({ ...shown, mirrored: false }).map(corner => toBox({ ...shown, mirrored: false }, corner));
      return corners.every(
        ({ x, y }) => x >= -1e-6 && y >= -1e-6 && x <= shown.box.width + 1e-6 && y <= shown.box.height + 1e-6,
      );
    }),
  );
});

test.each([
  ['cut off at its sides', { fit: 'cover', mirrored: false }, [0.5, 0], { x: 50, y: 0 }],
  [
    'cut off at its sides, its own left edge is outside',
    { fit: 'cover', mirrored: false },
    [0, 0.5],
    { x: -50, y: 50 },
  ],
  ['with room above it', { fit: 'contain', mirrored: false }, [0, 0], { x: 0, y: 25 }],
  ['in a mirror', { fit: 'contain', mirrored: true }, [0, 0], { x: 100, y: 25 }],
] as const)('a picture of 2 to 1 in a square: %s', (_, how, place, at) => {
  const shown = { box: { width: 100, height: 100 }, picture: { width: 640, height: 320 }, ...how };
  expect(toBox(shown, [...place])).toEqual(at);
});

test('beside the picture there is nothing to point at', () => {
  const shown = { box: { width: 100, height: 100 }, picture: { width: 640, height: 320 }, mirrored: false } as const;
  expect(toPicture({ ...shown, fit: 'contain' }, { x: 50, y: 10 })).toBeNull();
  expect(toPicture({ ...shown, fit: 'cover' }, { x: 50, y: 10 })).toEqual([0.5, 0.1]);
});

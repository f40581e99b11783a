import { cutUnits } from '@eyeline/protocol';
import type { RoutingSnapshot } from '@eyeline/routing';
import type { SnapshotPart } from './store.ts';

/** How long a part may become, in characters, before the next one begins: about half a millisecond of a commit. */
const longEnough = 32_768;
const itemsAtOnce = 50;

/** A snapshot as JSON, piece by piece, each written only when it is asked for. */
export function* snapshotParts(number: number, snapshot: RoutingSnapshot): Generator<SnapshotPart, undefined> {
  const at = snapshot.now;
  let part = 0;
  let text = '';
  for (const piece of pieces(snapshot)) {
    text += piece;
    for (; text.length > longEnough; part += 1) {
      const cut = cutUnits(text, longEnough);
      yield { number, at, part, text: cut, isLast: false };
      text = text.slice(cut.length);
    }
  }
  yield { number, at, part, text, isLast: true };
}

function* pieces(snapshot: RoutingSnapshot): Generator<string> {
  let separator = '{';
  for (const [key, value] of Object.entries(snapshot)) {
    yield `${separator}${JSON.stringify(key)}:`;
    separator = ',';
    if (Array.isArray(value)) yield* itemPieces(value);
    else yield JSON.stringify(value);
  }
  yield '}';
}

function* itemPieces(items: readonly unknown[]): Generator<string> {
  yield '[';
  for (let from = 0; from < items.length; from += itemsAtOnce)
    yield `${from > 0 ? ',' : ''}${JSON.stringify(items.slice(from, from + itemsAtOnce)).slice(1, -1)}`;
  yield ']';
}

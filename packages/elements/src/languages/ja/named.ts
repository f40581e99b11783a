import { isolate } from '../../parts/isolate.ts';

/** The other side, whose name nobody knows. */
export const otherSide = '相手の方';

const nameless: readonly string[] = [otherSide, isolate(otherSide)];

/** A person is not called by the name alone. */
export const san = (name: string): string => (nameless.includes(name) ? name : `${name}さん`);

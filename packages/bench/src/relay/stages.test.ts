import type { Profiler } from 'node:inspector';
import { expect, test } from 'vitest';
import { sharesOf } from './stages.ts';

type Node = Profiler.ProfileNode;

const node = (id: number, functionName: string, url: string, children: number[] = []): Node => ({
  id,
  callFrame: { functionName, url, scriptId: '0', lineNumber: 0, columnNumber: 0 },
  children,
});

test('time belongs to the stage whose code it is, and what no stage owns to who called it', () => {
  const nodes = [
    node(1, '(root)', '', [2, 4, 5]),
    node(2, 'safeParse', 'file:///x/node_modules/valibot/dist/index.mjs', [3]),
    node(3, 'test', ''),
    node(4, '(idle)', ''),
    node(5, '(program)', '', [6]),
    node(6, '#write', 'file:///x/packages/server/src/interaction/journal.ts'),
  ];
  const shares = sharesOf({ nodes, samples: [2, 3, 4, 4, 4, 5, 6], startTime: 0, endTime: 7 });
  expect([...shares]).toEqual([
    ['parsed by schema', 0.5],
    ['all else: Node, the event loop', 0.25],
    ['journal', 0.25],
  ]);
});

import { doing } from './vite.amendments.ts';
import { replacing } from './vite.replace.ts';

/**
 * XState without what a page of ours never runs, a tenth of it: storing a machine and going on with it (a visit goes on by what the
 * server has of it), descriptions of machines for tools that draw them from the code, and routes.
 */
export const slimXState = () =>
  replacing(
    'vite.xstate.ts',
    [{ package: 'xstate', module: 'xstate-dev.esm.js', code: 'export const devToolsAdapter = () => {};' }],
    [
      ...doing(
        { package: 'xstate', module: 'StateMachine-ae06a22b.esm.js' },
        {
          getPersistedSnapshot: "{ throw new Error('a machine is not stored here'); }",
          restoreSnapshot: '{}',
          resolveState: null,
          microstep: null,
          definition: null,
          on: null,
          events: null,
          ownEvents: null,
        },
      ),
      ...doing({ package: 'xstate', module: 'raise-effbee0c.esm.js' }, { formatRouteTransitions: '{}' }),
    ],
  );

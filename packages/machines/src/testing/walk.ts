import {
  type AnyEventObject,
  type AnyMachineSnapshot,
  type AnyStateMachine,
  type AnyStateNode,
  createActor,
  setup,
} from 'xstate';
import { connectionId } from '../signaling.ts';
import { connectionTo } from './start-child.ts';

export interface WalkOptions {
  readonly machine: AnyStateMachine;
  /** Where to begin; more than one where the beginning decides what can be reached. */
  readonly inputs: readonly unknown[];
  /** What may happen in a state. Timers and the ends of invoked actors are added by themselves. */
  readonly events: (context: never) => readonly AnyEventObject[];
  /** What invoked actors end with. */
  readonly output?: unknown;
  /** What besides the state itself decides how it goes on; as little as possible. */
  readonly summary: (context: never) => unknown;
}

export interface Walked {
  readonly states: ReadonlySet<string>;
  readonly transitions: ReadonlySet<string>;
}

const nodesOf = (node: AnyStateNode): AnyStateNode[] => [node, ...Object.values(node.states).flatMap(nodesOf)];

/** Every state, and every transition as "state: event (1st, 2nd, … alternative)". */
export function mapOf(machine: AnyStateMachine): Walked & { readonly names: ReadonlyMap<unknown, string> } {
  const nodes = nodesOf(machine.root);
  const names = new Map<unknown, string>();
  for (const node of nodes) {
    for (const [event, alternatives] of node.transitions)
      for (const [at, transition] of alternatives.entries()) names.set(transition, `${node.id}: ${event} (${at + 1})`);
    for (const [at, transition] of (node.always ?? []).entries())
      names.set(transition, `${node.id}: always (${at + 1})`);
  }
  return { states: new Set(nodes.map(({ id }) => id)), transitions: new Set(names.values()), names };
}

/** Timers, and invoked actors that end: no one sends these, so the machine itself says what they are called. */
const ownEvents = (machine: AnyStateMachine, output: unknown): AnyEventObject[] =>
  nodesOf(machine.root)
    .flatMap(node => [...node.transitions.keys()])
    .filter(
      type => type.startsWith('xstate.after') || type.startsWith('xstate.done') || type.startsWith('xstate.error'),
    )
    .map(type => ({ type, output, error: new Error('refused') }));

/**
 * Tries every event in every state that can be reached, shortest ways first. With running actors and not with
 * `xstate/graph`, whose pure steps have no parent to speak to.
 */
export function walk({ machine, inputs, events, summary, output }: WalkOptions): Walked {
  const { names } = mapOf(machine);
  const states = new Set<string>();
  const transitions = new Set<string>();
  const own = ownEvents(machine, output);
  // A session brings its own connection.
  const isSession = machine.root.invoke.some(({ systemId }) => systemId === connectionId);

  const run = (input: unknown, way: readonly AnyEventObject[]) => {
    const parent = createActor(
      setup({ actors: { connection: connectionTo(() => {}), child: machine } }).createMachine({
        invoke: [
          ...(isSession ? [] : [{ src: 'connection' as const, systemId: connectionId }]),
          { id: 'child', src: 'child', input: () => input },
        ],
      }),
      {
        inspect: inspected => {
          if (inspected.type !== '@xstate.microstep') return;
          for (const transition of inspected._transitions) {
            const name = names.get(transition);
            if (name) transitions.add(name);
            states.add(transition.source.id);
          }
        },
      },
    ).start();
    const { child } = parent.getSnapshot().children;
    if (!child) throw new Error('no child');
    for (const event of way) child.send(event);
    const snapshot: AnyMachineSnapshot = child.getSnapshot();
    for (const { id } of snapshot._nodes) states.add(id);
    parent.stop();
    return snapshot;
  };

  for (const input of inputs) {
    const ways: AnyEventObject[][] = [[]];
    const reached = new Set<string>();
    for (const way of ways) {
      const { value, context } = run(input, way);
      const place = JSON.stringify([value, summary(context as never)]);
      if (reached.has(place)) continue;
      reached.add(place);
      for (const event of [...events(context as never), ...own]) ways.push([...way, event]);
    }
  }
  return { states, transitions };
}

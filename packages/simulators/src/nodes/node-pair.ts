import type { FaultInjector } from '../faults/fault-injector.ts';
import type { Journal } from '../journal.ts';

export type NodeId = 'A' | 'B';
export type NodeState = 'in-service' | 'out-of-service' | 'down';

/** Where a node is reached. */
export interface NodeAddress {
  readonly host: string;
  readonly port: number;
}

/** The two nodes of a Finesse and how they are. */
export class NodePair {
  readonly #faults: FaultInjector;
  readonly #addresses = new Map<NodeId, NodeAddress>();
  readonly #listeners = new Set<(node: NodeId, state: NodeState) => void>();
  readonly #last: Record<NodeId, NodeState> = { A: 'in-service', B: 'in-service' };

  constructor(faults: FaultInjector, journal: Journal) {
    this.#faults = faults;
    faults.listen(fault => {
      if (!('node' in fault) || fault.node === undefined) return;
      const state = this.state(fault.node);
      if (state === this.#last[fault.node]) return;
      this.#last[fault.node] = state;
      journal.write('node', `Node ${fault.node} is ${state.replaceAll('-', ' ')}`);
      for (const listener of this.#listeners) listener(fault.node, state);
    });
  }

  state(node: NodeId): NodeState {
    const types = this.#faults.orders.flatMap(({ fault }) =>
      'node' in fault && fault.node === node ? fault.type : [],
    );
    return types.includes('node-down')
      ? 'down'
      : types.includes('node-out-of-service')
        ? 'out-of-service'
        : 'in-service';
  }

  onChange(listener: (node: NodeId, state: NodeState) => void): void {
    this.#listeners.add(listener);
  }

  address(node: NodeId): NodeAddress {
    return this.#addresses.get(node) ?? { host: 'localhost', port: 0 };
  }

  listens(node: NodeId, address: NodeAddress): void {
    this.#addresses.set(node, address);
  }
}

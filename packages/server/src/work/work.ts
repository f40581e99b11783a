import type { OnRoute, RoutingState } from '@eyeline/routing';
import type { Limits } from '../settings/limits.ts';
import type { FaultLog } from '../settings/pace/fault-log.ts';
import { ConsultEndings } from './consult/consult-endings.ts';
import { Decisions } from './effects/decisions.ts';
import { Unserved } from './fallback/unserved.ts';
import { LastAgents } from './request/last-agents.ts';
import { OpenLimit } from './request/open-limit.ts';
import type { Proofs } from './request/proofs.ts';
import { RoutingLeader } from './routing-leader.ts';
import type { WorkPort } from './work-port.ts';

interface WorkOptions {
  readonly limits: Limits;
  readonly proofs: Proofs;
  readonly onRoute: OnRoute | undefined;
  /** Something is due by the clock. Rejects when it cannot be decided. */
  readonly onDeadline: () => Promise<void>;
  /** What is due and cannot be decided. */
  readonly undecided: FaultLog;
}

/** Who serves whom: routing, and what stands around it in memory. */
export class Work implements WorkPort {
  readonly routing: RoutingLeader;
  readonly decisions = new Decisions();
  readonly unserved = new Unserved();
  readonly consultEndings = new ConsultEndings();
  readonly lastAgents = new LastAgents();
  readonly openLimit: OpenLimit;
  readonly onRoute: OnRoute | undefined;
  readonly undecided: FaultLog;
  #proofs: Proofs;

  constructor({ limits, proofs, onRoute, onDeadline, undecided }: WorkOptions) {
    this.undecided = undecided;
    this.routing = new RoutingLeader({
      onDeadline,
      onFault: error => undecided.fault(error),
      onWell: () => undecided.well(),
    });
    this.openLimit = new OpenLimit(limits);
    this.onRoute = onRoute;
    this.#proofs = proofs;
  }

  get state(): RoutingState {
    return this.routing.state;
  }

  get proofs(): Proofs {
    return this.#proofs;
  }

  /** Those of another configuration count from now on. Answers with what undoes it. */
  replaceProofs(proofs: Proofs): () => void {
    const before = this.#proofs;
    this.#proofs = proofs;
    return () => {
      this.#proofs = before;
    };
  }
}

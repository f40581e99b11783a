/** Who carries a command out: the agent's gadget, the supervisor's account, or an account in the agent's name. */
export type Way = 'gadget' | 'supervisor' | 'own-credential';

export interface BlendingPolicy {
  /** In this order. The agent's own credential only where somebody configured it. */
  readonly ways: readonly Way[];
  /** How an agent is taken. A supervisor cannot make anybody not routable. */
  readonly hold: 'not-ready' | 'not-routable';
  /** How long the gadget has for the whole of it; after that it must not carry the command out any more. */
  readonly gadgetTimeoutMs: number;
  /** How long a request of ours has until its notification. */
  readonly requestTimeoutMs: number;
  /** How long a voice hold waits for a poll after the last way. */
  readonly checkTimeoutMs: number;
  /** How long a command may take effect after it was sent, at the very most. */
  readonly outstandingMs: number;
  /** The pause before an agent is made ready again once more; doubles up to `retryMaxMs`. */
  readonly retryMs: number;
  readonly retryMaxMs: number;
  /** Between two polls of Finesse, at least. */
  readonly pollMs: number;
}

export const defaultBlendingPolicy: BlendingPolicy = {
  ways: ['gadget', 'supervisor'],
  hold: 'not-ready',
  gadgetTimeoutMs: 1_500,
  requestTimeoutMs: 3_000,
  checkTimeoutMs: 1_500,
  outstandingMs: 120_000,
  retryMs: 1_000,
  retryMaxMs: 30_000,
  pollMs: 5_000,
};

/** The ways that are open for an agent now, in order. */
export function openWays({ ways, hold }: BlendingPolicy, hasGadget: boolean): readonly Way[] {
  return ways.filter(way => (way === 'gadget' ? hasGadget : way === 'supervisor' ? hold === 'not-ready' : true));
}

export function timeoutOf(way: Way, { gadgetTimeoutMs, requestTimeoutMs }: BlendingPolicy): number {
  return way === 'gadget' ? gadgetTimeoutMs : requestTimeoutMs;
}

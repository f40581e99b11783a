/** Who carries a wish out: the agent's gadget, the supervisor's account, or an account in the agent's name. */
export type Way = 'gadget' | 'supervisor' | 'own-credential';

export interface BlendingPolicy {
  /** In this order. The agent's own credential only where somebody configured it. */
  readonly ways: readonly Way[];
  /** How an agent is taken. A supervisor cannot make anybody not routable. */
  readonly away: 'not-ready' | 'not-routable';
  /** How long the gadget has for the whole of it; after that it must not carry the wish out any more. */
  readonly gadgetPatienceMs: number;
  /** How long a request of ours has until its notification. */
  readonly requestPatienceMs: number;
  /** How long a claim waits for a poll after the last way. */
  readonly checkPatienceMs: number;
  /** How long a wish may take effect after it was sent, at the very most. */
  readonly owedMs: number;
  /** The pause before an agent is made ready again once more; doubles up to `retryMaxMs`. */
  readonly retryMs: number;
  readonly retryMaxMs: number;
  /** Between two polls of Finesse, at least. */
  readonly pollMs: number;
}

export const defaultBlendingPolicy: BlendingPolicy = {
  ways: ['gadget', 'supervisor'],
  away: 'not-ready',
  gadgetPatienceMs: 1_500,
  requestPatienceMs: 3_000,
  checkPatienceMs: 1_500,
  owedMs: 120_000,
  retryMs: 1_000,
  retryMaxMs: 30_000,
  pollMs: 5_000,
};

/** The ways that are open for an agent now, in order. */
export function openWays({ ways, away }: BlendingPolicy, hasGadget: boolean): readonly Way[] {
  return ways.filter(way => (way === 'gadget' ? hasGadget : way === 'supervisor' ? away === 'not-ready' : true));
}

export function patienceOf(way: Way, { gadgetPatienceMs, requestPatienceMs }: BlendingPolicy): number {
  return way === 'gadget' ? gadgetPatienceMs : requestPatienceMs;
}

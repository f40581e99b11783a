import type { ContactCentre } from './contact-centre.ts';

/** Whether this server can do its work, for load balancers and people. */
export interface Readiness {
  readonly ready: boolean;
  readonly store: { readonly state: 'up' | 'down'; readonly engine: string };
  /** Calls go from peer to peer while the SFU is not ready. */
  readonly sfu: { readonly state: string };
  /** Receivers of webhooks to which nothing is sent any more; only where there are webhooks. */
  readonly webhooks?: { readonly paused: readonly string[] };
}

export async function readinessOf({ store, journal, webhooks, call: { sfu } }: ContactCentre): Promise<Readiness> {
  const answers = await store.check().then(
    () => true,
    () => false,
  );
  const isUp = answers && journal.isHealthy;
  const states = [...webhooks.states];
  const paused = states.flatMap(([id, state]) => (state?.paused == null ? [] : [id]));
  return {
    ready: isUp,
    store: { state: isUp ? 'up' : 'down', engine: store.engine },
    sfu: { state: sfu.state() },
    ...(states.length > 0 ? { webhooks: { paused } } : {}),
  };
}

/** One thing that happens to an agent. */
export type AgentMove =
  | 'voiceHold'
  | 'release'
  | 'call'
  | 'outbound-call'
  | 'hang-up'
  | 'manual-call'
  | 'agent-ready'
  | 'agent-not-ready'
  | 'sign-out'
  | 'sign-in'
  | 'gadget-reload'
  | 'gadget-hang';

/** One thing that happens. */
export type WorldMove =
  | { readonly type: AgentMove; readonly agent: string }
  | { readonly type: 'feed-break' | 'feed-mend' | 'failover' | 'restart' }
  | { readonly type: 'fault'; readonly kind: string }
  | { readonly type: 'wait'; readonly ms: number };

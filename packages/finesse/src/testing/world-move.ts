/** One thing that happens. */
export type WorldMove =
  | {
      readonly type:
        | 'claim'
        | 'release'
        | 'call'
        | 'hang-up'
        | 'manual-call'
        | 'agent-ready'
        | 'agent-away'
        | 'sign-out'
        | 'sign-in'
        | 'gadget-reload'
        | 'gadget-hang';
      readonly agent: string;
    }
  | { readonly type: 'feed-break' | 'feed-mend' | 'restart' }
  | { readonly type: 'fault'; readonly kind: string }
  | { readonly type: 'wait'; readonly ms: number };

import type { BlendingEffect, FinesseRest, Way } from '@eyeline/finesse';

export type SentWish = Extract<BlendingEffect, { readonly type: 'wish.send' }>;

/** One way to change an agent's voice state. Resolves when Finesse has taken the wish; rejects with a FinesseError. */
export type WishSender = (userId: string, sent: SentWish) => Promise<void>;

/** The ways that there are. */
export type WishSenders = Readonly<Partial<Record<Way, WishSender>>>;

/** The supervisor's account: without a reason, for Finesse takes none from anybody but the agent. */
export const bySupervisor =
  (rest: Pick<FinesseRest, 'changeVoice'>): WishSender =>
  async (userId, { wish }) => {
    await rest.changeVoice(userId, wish === 'away' ? 'not-ready' : 'ready');
  };

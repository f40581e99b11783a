import type { BlendingEffect, FinesseRest, Way } from '@eyeline/finesse';

export type SentWish = Extract<BlendingEffect, { readonly type: 'wish.send' }>;

/** One way to change an agent's voice state. Resolves when Finesse has taken the wish; rejects with a FinesseError. */
export type WishSender = (userId: string, wish: SentWish['wish']) => Promise<void>;

/** The ways that there are. The gadget's place is here too: it needs a socket of ours to the desktop. */
export type WishSenders = Readonly<Partial<Record<Way, WishSender>>>;

/** The supervisor's account: without a reason, for Finesse takes none from anybody but the agent. */
export const bySupervisor =
  (rest: Pick<FinesseRest, 'changeVoice'>): WishSender =>
  async (userId, wish) => {
    await rest.changeVoice(userId, wish === 'away' ? 'not-ready' : 'ready');
  };

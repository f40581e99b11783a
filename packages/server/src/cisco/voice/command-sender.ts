import type { BlendingEffect, FinesseRest, Way } from '@eyeline/finesse';

export type SentCommand = Extract<BlendingEffect, { readonly type: 'command.send' }>;

/** One way to change an agent's voice state. Resolves when Finesse has taken the command; rejects with a FinesseError. */
export type CommandSender = (userId: string, sent: SentCommand) => Promise<void>;

/** The ways that there are. */
export type CommandSenders = Readonly<Partial<Record<Way, CommandSender>>>;

/** The supervisor's account: without a reason, for Finesse takes none from anybody but the agent. */
export const bySupervisor =
  (rest: Pick<FinesseRest, 'changeVoice'>): CommandSender =>
  async (userId, { command }) => {
    await rest.changeVoice(userId, command === 'not-ready' ? 'not-ready' : 'ready');
  };

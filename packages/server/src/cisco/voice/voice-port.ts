import type { AgentId, OfferId } from '@eyeline/protocol';
import type { RoutingInput } from '@eyeline/routing';
import type { FinesseConfig } from '../../settings/cisco/finesse-config.ts';
import type { KeepOutside } from '../kept-outside.ts';
import type { AttachedDesks } from './attached-desks.ts';

/** What a phone system tells routing. */
export type VoiceReport = Extract<RoutingInput, { readonly type: `voice.${string}` }>;

/** Take the agent's phone off voice, showing this reason, if it is ready. */
export interface VoiceHold {
  readonly agentId: AgentId;
  readonly offerId: OfferId;
  readonly reason: string;
  /** After this instant (UTC ms) nobody waits for it any more. */
  readonly expiresAt: number;
}

/** Make the agent's phone ready again if it is not ready for one of these reasons; leave it alone otherwise. */
export interface VoiceRelease {
  readonly agentId: AgentId;
  readonly reasons: readonly string[];
}

/** The name that an agent signs in by; undefined when there is no such account. */
export type UsernameOf = (agentId: AgentId) => string | undefined;

/**
 * The phone system, as routing sees it. What it does is told through the function that `start` gets: `voice.changed`
 * for each phone that is watched and whatever it does from then on, `voice.held` or `voice.refused` after
 * `hold`, and `voice.released`, or `voice.changed` with what the phone shows, after `release`. Both may be asked
 * twice, and for a phone that is not watched any more: what was taken off voice has to be given back in any case.
 */
export interface VoicePort {
  /** Desks that can change their own agent's phone; undefined where that is no way. */
  readonly desks?: AttachedDesks | undefined;
  /** Nothing is told before `watch`. `keep` stores what is done, before it is done. */
  start(notify: (report: VoiceReport) => void, usernameOf: UsernameOf, keep: KeepOutside): void;
  /** The agents who have a phone, all of them; again whenever that has changed. */
  watch(agentIds: readonly AgentId[]): void;
  hold(hold: VoiceHold): void;
  release(release: VoiceRelease): void;
  close(): void | Promise<void>;
  /**
   * The section `finesse` is another one now.
   * @throws StartupError when it has to be put right; then nothing has changed
   */
  change?(config: FinesseConfig): Promise<void>;
}

/** Standalone agents have no phone: nothing is held, and there is nothing to give back. */
export const noVoiceChannels: VoicePort = {
  start() {},
  watch() {},
  hold() {},
  release() {},
  close() {},
};

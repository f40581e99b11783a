import * as v from 'valibot';
import { Count } from './span.ts';
import { VoiceRule } from './voice-rule.ts';

type Defaults = {
  weight: number;
  exclusive: boolean;
  interruptible: boolean;
  voice: 'required' | 'ignored';
  reason: string;
};

const domain = ({ weight, exclusive, interruptible, voice, reason }: Defaults) =>
  v.optional(
    v.strictObject({
      /** Of an agent's 100 units, how many one task takes. */
      weight: v.optional(Count(100), weight),
      /** Takes the whole agent: nothing beside it. */
      exclusive: v.optional(v.boolean(), exclusive),
      /** May be set aside while a task of the agent becomes exclusive. */
      interruptible: v.optional(v.boolean(), interruptible),
      voice: v.optional(VoiceRule, voice),
      /** The not-ready reason the phone shows while it is taken off voice for this domain. Nobody sets it by hand. */
      voiceReason: v.optional(v.string(), reason),
    }),
    {},
  );

/** How the domains weigh. */
export const DomainsConfiguration = v.strictObject({
  video: domain({ weight: 100, exclusive: true, interruptible: false, voice: 'required', reason: 'on-video' }),
  chat: domain({ weight: 20, exclusive: false, interruptible: true, voice: 'required', reason: 'on-chat' }),
  email: domain({ weight: 10, exclusive: false, interruptible: true, voice: 'ignored', reason: 'on-email' }),
  callback: domain({ weight: 100, exclusive: true, interruptible: false, voice: 'required', reason: 'on-callback' }),
});
export type DomainsConfiguration = v.InferOutput<typeof DomainsConfiguration>;
export type DomainConfiguration = DomainsConfiguration['chat'];

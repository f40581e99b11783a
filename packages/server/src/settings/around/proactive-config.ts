import { ProactiveInvite } from '@eyeline/protocol';
import * as v from 'valibot';
import { configSentences } from '../sentences/config.ts';

const { when, ...entries } = ProactiveInvite.entries;

/** When visitors are invited, each by a name of its own. */
export const ProactiveConfig = v.pipe(
  v.array(v.strictObject({ ...entries, when: v.optional(v.strictObject(when.wrapped.entries), {}) })),
  v.maxLength(20),
  v.check(
    invites => new Set(invites.map(({ inviteId }) => inviteId)).size === invites.length,
    configSentences.uniqueInvite,
  ),
);

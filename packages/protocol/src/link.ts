import * as v from 'valibot';
import { Failure } from './failure-shape.ts';
import { EntryPointId, InteractionId, ParticipantId } from './ids.ts';
import { CallKind } from './vocabulary.ts';

/** Where a guest's page asks about links, below the server's address. */
export const LINKS_PATH = '/api/v1/links';

/** Whether one can come by a link now, and if not why. */
export const LinkStanding = v.picklist(['open', 'early', 'used', 'expired', 'revoked']);
export type LinkStanding = v.InferOutput<typeof LinkStanding>;

/** Who invites, and where one comes in: all that is known where there is no such link. */
export const LinkSite = v.object({ entryPointId: EntryPointId, company: v.string() });
export type LinkSite = v.InferOutput<typeof LinkSite>;

/** What `GET /api/v1/links/CODE` says of a link. A `host` is an agent, who comes by the desk. */
export const LinkView = v.object({
  ...LinkSite.entries,
  role: v.picklist(['host', 'guest']),
  kind: CallKind,
  standing: LinkStanding,
});
export type LinkView = v.InferOutput<typeof LinkView>;

/** What `POST /api/v1/links/CODE/open` gives a guest: a customer's token from here on. */
export const LinkOpened = v.object({
  token: v.string(),
  interactionId: InteractionId,
  participantId: ParticipantId,
  entryPointId: EntryPointId,
  kind: CallKind,
});
export type LinkOpened = v.InferOutput<typeof LinkOpened>;

/** What any of the HTTP API's requests answers where it fails. */
export const HttpFailure = v.object({ error: Failure });

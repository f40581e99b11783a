import { LINKS_PATH, LinkOpened, LinkSite, LinkView } from '@eyeline/protocol';
import * as v from 'valibot';
import { Refusal } from '../../people/refusal.ts';
import { apiSentences } from '../../settings/sentences/api.ts';
import { lookAtLink, lookAtSite, openLink } from '../guests/links.ts';
import type { HttpRooms } from '../http-rooms.ts';
import type { Api } from '../route/valibot-routes.ts';
import { isShown } from './status.ts';

const Params = v.pipe(
  v.object({ code: v.pipe(v.string(), v.minLength(1), v.maxLength(100)) }),
  v.metadata({ code: 'link-unknown' }),
);
const Opening = v.pipe(
  v.object({
    key: v.pipe(
      v.string(),
      v.regex(/^[\w-]{16,100}$/),
      v.description('Chosen by the guest’s page, which comes back with it.'),
    ),
  }),
  v.metadata({ example: { key: 'a-key-of-the-guest-alone' } }),
);
const Text = v.object({ messageId: v.string(), to: v.string(), text: v.string(), at: v.number() });
const Texts = v.object({ isRehearsal: v.boolean(), texts: v.array(Text) });

const tag = 'links';

/** How customers come by links. */
export function linkRoutes(api: Api, rooms: () => HttpRooms): void {
  api.get(
    LINKS_PATH,
    {
      schema: {
        operationId: 'readSite',
        tag,
        summary: 'Who is here, for the page of a link that is none',
        response: { 200: LinkSite },
        failures: ['not-offered'],
      },
    },
    () => lookAtSite(rooms()),
  );
  api.get(
    `${LINKS_PATH}/:code`,
    {
      schema: {
        operationId: 'readLink',
        tag,
        summary: 'Who invites, and to what; nothing is used up by it',
        params: Params,
        response: { 200: LinkView },
        failures: ['link-unknown', 'too-many-requests'],
      },
    },
    ({ params, ip }) => lookAtLink(params.code, ip, rooms()),
  );
  api.post(
    `${LINKS_PATH}/:code/open`,
    {
      schema: {
        operationId: 'openLink',
        tag,
        summary: 'The guest comes, and is a customer from here on',
        params: Params,
        body: Opening,
        response: { 200: LinkOpened },
        failures: [
          'link-unknown',
          'link-early',
          'link-used',
          'link-expired',
          'link-revoked',
          'link-ended',
          'not-allowed',
          'interaction-closed',
          'too-many-requests',
          'too-many-interactions',
        ],
      },
    },
    ({ params, ip, body }) => openLink(params.code, ip, body.key, rooms()),
  );
  api.get(
    '/api/v1/texts',
    {
      schema: {
        operationId: 'readTexts',
        tag,
        summary: 'What was to be sent by text message, where no gateway is configured',
        response: { 200: Texts },
        failures: ['not-allowed'],
      },
    },
    request => {
      if (!isShown(request, rooms().settings.config)) throw new Refusal('not-allowed', apiSentences.statusNotShown);
      const { gateway, sink } = rooms().work;
      return { isRehearsal: gateway.isRehearsal, texts: sink.messages };
    },
  );
}

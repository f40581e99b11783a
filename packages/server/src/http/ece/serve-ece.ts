import type { EntryPointId } from '@eyeline/protocol';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { addressGroup } from '../../people/limits/address-group.ts';
import type { SiteEntryPoint } from '../../settings/config.ts';
import type { EceApplication } from '../../settings/outside/ece-config.ts';
import { eceSentences } from '../../settings/sentences/ece.ts';
import { availabilityOf } from '../../work/request/opening.ts';
import { publicOrigin } from '../public-origin.ts';
import type { Ece } from './ece.ts';
import { addEceBodies, answer, bodyLimit, readBody } from './ece-body.ts';
import { EceError, staleConfiguration } from './ece-error.ts';
import { answerEceError } from './ece-failures.ts';
import { EndBody, MessageBody } from './message-body.ts';
import { mostMarkup, plainTextOf } from './plain-text.ts';
import { readStart, StartBody } from './start-request.ts';

const base = '/system/ws/v19/clientapplications';

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const Grant = v.object({ grant_type: v.optional(text(100)) });
const ConfigurationQuery = v.object({ entrypoint: text(15) });
const StartQuery = v.object({
  searchContactOnAttribute: v.optional(text(100)),
  sendTypingNotification: v.optional(text(10)),
});
const EndQuery = v.object({ conversationId: v.optional(text(64)) });

/** Cisco ECE's messaging API for client applications, as its developers know it: see ECE.md. */
export async function serveEce(app: FastifyInstance, getEce: () => Ece | undefined): Promise<void> {
  await app.register(async api => {
    addEceBodies(api);
    const log = () => getEce()?.rooms.log;
    api.setErrorHandler((error, request, reply) => answerEceError(error, request, reply, log()));
    const requireEce = (): Ece => {
      const ece = getEce();
      if (!ece) throw new EceError(503, 112, eceSentences.starting);
      if (!ece.rooms.settings.config.ece) throw new EceError(404, 104, eceSentences.noSuchCall);
      return ece;
    };
    const serve = (
      method: 'GET' | 'POST',
      url: string,
      handle: (request: FastifyRequest, reply: FastifyReply, ece: Ece, application: EceApplication) => unknown,
    ) =>
      api.route({
        method,
        url: `${base}${url}`,
        bodyLimit,
        handler: async (request, reply) => {
          const ece = requireEce();
          return handle(request, reply, ece, await ece.tokens.require(request.headers.authorization));
        },
      });

    api.post(`${base}/authentication/oauth2/token`, { bodyLimit: 10_000 }, async (request, reply) => {
      const ece = requireEce();
      const token = await ece.tokens.give(request.headers.authorization, addressGroup(request.ip));
      const { grant_type: grant = 'client_credentials' } = readBody(Grant, request.body ?? {});
      if (grant !== 'client_credentials') throw new EceError(400, 102, eceSentences.badGrant);
      return answer(request, reply, 'token', token);
    });

    serve('GET', '/messaging/configuration', (request, reply, ece, application) => {
      const { entrypoint } = readBody(ConfigurationQuery, request.query);
      const site = requireSite(ece, application, entrypoint);
      const configuration = {
        entryPoint: { id: Number(entrypoint) },
        lastModified: { date: ece.entryPoints.lastModified(site.entryPointId) },
        attachmentPolicies: { restrictionType: site.files ? 'allow_all' : 'block_all' },
      };
      return answer(request, reply, 'entryPointConfigurations', { entryPointConfiguration: [configuration] });
    });

    serve('POST', '/messaging/conversation/start', async (request, reply, ece, application) => {
      const start = readStart(readBody(StartBody, request.body));
      const query = readBody(StartQuery, request.query);
      const site = requireSite(ece, application, start.entryPoint);
      if (Date.parse(start.lastModified) !== Date.parse(ece.entryPoints.lastModified(site.entryPointId)))
        throw staleConfiguration();
      requireSomebody(ece, application, site);
      const { interactionId, activityId } = await ece.conversations.start({
        application: application.key,
        ...{ site, start },
        search: query.searchContactOnAttribute ?? null,
        typing: query.sendTypingNotification === 'yes',
        origin: publicOrigin(request, ece.rooms.settings.config.publicUrl) ?? '',
      });
      const started = { activity: { case: { id: activityId }, id: activityId }, id: interactionId };
      return answer(request, reply, 'conversation', started);
    });

    serve('POST', '/messaging/sendmessage', async (request, reply, ece, { key }) => {
      const { conversation, type, content, attachments } = readBody(MessageBody, request.body);
      if (type.value === 'startTyping' || type.value === 'endTyping')
        await ece.conversations.type(key, conversation.id, type.value === 'startTyping');
      else if (type.value === 'uploadAttachment') {
        const all = attachments?.attachment ?? [];
        if (all.length === 0) throw new EceError(400, 107, eceSentences.noAttachment);
        for (const one of all) await ece.conversations.attach(key, conversation.id, one);
      } else await ece.conversations.say(key, conversation.id, said(type.value, content));
      return reply.code(204).send();
    });

    serve('POST', '/messaging/conversation/end', async (request, reply, ece, { key }) => {
      const { conversationId } = readBody(EndQuery, request.query);
      await ece.conversations.end(key, conversationId ?? readBody(EndBody, request.body).conversation.id);
      return reply.code(204).send();
    });

    // Of the generation before, and without a token, as it was there.
    api.get<{ Params: { id: string } }>('/system/egain/chat/entrypoint/agentAvailability/:id', (request, reply) => {
      const ece = requireEce();
      const { applications } = ece.rooms.settings.config.ece ?? { applications: [] };
      const application = applications.find(({ entryPoints }) => Object.hasOwn(entryPoints, request.params.id));
      if (!application) throw new EceError(404, 101, eceSentences.noSuchEntryPoint(request.params.id));
      const available = obstacleOf(ece, requireSite(ece, application, request.params.id)) === null;
      return answer(request, reply, 'agentAvailability', { available });
    });
  });
}

/** @throws EceError `403`, `404` */
function requireSite(ece: Ece, { entryPoints }: EceApplication, id: string): SiteEntryPoint {
  const { settings } = ece.rooms;
  const isKnown = settings.config.ece?.applications.some(one => Object.hasOwn(one.entryPoints, id)) ?? false;
  if (!isKnown) throw new EceError(404, 101, eceSentences.noSuchEntryPoint(id));
  const entryPointId: EntryPointId | undefined = Object.hasOwn(entryPoints, id) ? entryPoints[id] : undefined;
  if (!entryPointId) throw new EceError(403, 101, eceSentences.notBound(id));
  const site = settings.siteEntryPoint(entryPointId);
  if (!site) throw new EceError(404, 101, eceSentences.noSuchEntryPoint(id));
  return site;
}

/** Why nobody can serve a chat there now; null while somebody can. */
const obstacleOf = (ece: Ece, site: SiteEntryPoint) =>
  availabilityOf(ece.rooms, { ...site, modes: ['chat'] }).modes[0]?.because ?? null;

/** ECE begins no conversation that nobody would answer, or whose answers nobody would hear. @throws EceError `500` */
function requireSomebody(ece: Ece, { key }: EceApplication, site: SiteEntryPoint): void {
  const because = obstacleOf(ece, site);
  const mayWait = ece.rooms.settings.config.ece?.startWithoutAgent && because === 'nobody-signed-in';
  if (because && !mayWait) throw new EceError(500, 120, eceSentences.noAgent);
  if (!ece.conversations.outlet(key)?.isActive) throw new EceError(500, 121, eceSentences.notListening);
}

/** @throws EceError `400` */
function said(type: string, content: string): string {
  if (type !== 'text/plain' && type !== 'text/html') throw new EceError(400, 103, eceSentences.unknownType(type));
  if (content.length > mostMarkup) throw new EceError(400, 105, eceSentences.tooLong);
  const read = type === 'text/html' ? plainTextOf(content) : content.trim();
  if (read === '') throw new EceError(400, 104, eceSentences.empty);
  return read;
}

import { toPlainText } from '@eyeline/protocol';
import * as v from 'valibot';
import { joseencrypt, MeetingInvite, meetingInvite, space } from '../guests/instant-connect.ts';
import { Joseencrypt } from '../guests/joseencrypt-body.ts';
import { parseLeniently } from '../guests/lenient-json.ts';
import type { HttpRooms } from '../http-rooms.ts';
import type { Api, Valibot } from '../route/valibot-routes.ts';

const Links = v.array(v.object({ cipher: v.string(), short: v.optional(v.string()) }));
const Made = v.object({ host: Links, guest: Links, baseUrl: v.optional(v.string()) });
const Sent = v.object({
  accepted: v.array(v.object({ number: v.nullable(v.string()), invitationId: v.string() })),
  refused: v.array(v.object({ number: v.string(), code: v.string(), message: v.string() })),
});

/** 25 numbers, or claims as long as they may be. */
const bodyLimit = 16_000;
const tag = 'links';

/** How other systems ask for links, as they ask Webex Instant Connect. */
export async function instantConnectRoutes(api: Api, rooms: () => HttpRooms): Promise<void> {
  await api.register(async scope => {
    scope.removeContentTypeParser('application/json');
    scope.addContentTypeParser('application/json', { parseAs: 'string', bodyLimit }, (_, body, done) => {
      try {
        done(null, toPlainText(parseLeniently(String(body))));
      } catch {
        done(Object.assign(new Error(), { statusCode: 400 }));
      }
    });
    const flow = scope.withTypeProvider<Valibot>();
    const joseencryptAs = (operationId: 'inviteAsInstantConnect' | 'inviteAsInstantConnectV1') =>
      ({
        operationId,
        tag,
        summary: 'Links by which an agent and a caller meet',
        body: Joseencrypt,
        response: { 200: Made },
        failures: ['too-many-links', 'not-offered', 'not-allowed', 'interaction-closed', 'too-many-requests'],
      }) as const;
    flow.post('/api/v2/joseencrypt', { bodyLimit, schema: joseencryptAs('inviteAsInstantConnect') }, request =>
      joseencrypt(request, request.body, rooms()),
    );
    flow.post('/api/v1/joseencrypt', { bodyLimit, schema: joseencryptAs('inviteAsInstantConnectV1') }, request =>
      joseencrypt(request, request.body, rooms()),
    );
    flow.post(
      '/api/v1/sms/meetingInvite',
      {
        bodyLimit,
        schema: {
          operationId: 'textInvitation',
          tag,
          summary: 'Each number gets a guest’s link of its own by text message',
          body: MeetingInvite,
          response: { 200: Sent },
          failures: ['not-offered', 'target-gone', 'too-many-requests'],
        },
      },
      request => meetingInvite(request, request.body, rooms()),
    );
    flow.route({
      method: ['POST', 'GET', 'PUT', 'PATCH', 'DELETE'],
      url: '/api/v1/space',
      bodyLimit,
      schema: {
        operationId: 'addSpace',
        tag,
        summary: 'Devices are not added here: always refused',
        failures: ['not-offered'],
      },
      handler: space,
    });
  });
}

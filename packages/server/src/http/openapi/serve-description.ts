import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import type { Api } from '../route/valibot-routes.ts';
import type { DescribedRoute } from './described-route.ts';

/** Made when it is first asked for: most servers never are. */
function describing(routes: readonly DescribedRoute[]) {
  let made: Promise<{ readonly document: object; readonly page: string; readonly policy: string }> | undefined;
  const make = async () => {
    const [{ describeApi }, { apiPageHtml, pagePolicy }] = await Promise.all([
      import('./describe-api.ts'),
      import('./page.ts'),
    ]);
    const document = describeApi(routes);
    return { document, page: apiPageHtml(document), policy: pagePolicy };
  };
  return () => {
    made ??= make();
    return made;
  };
}

/** The API as it describes itself: for programs, and for people. */
export function serveDescription(app: FastifyInstance, api: Api, routes: readonly DescribedRoute[]): void {
  const description = describing(routes);
  api.get(
    '/api/openapi.json',
    {
      schema: {
        operationId: 'readDescription',
        tag: 'status',
        summary: 'This description, for programs: OpenAPI 3.1',
        response: { 200: v.looseObject({ openapi: v.literal('3.1.0') }) },
      },
    },
    async () => (await description()).document as { readonly openapi: '3.1.0' },
  );
  app.get('/api/', async (_, reply) => {
    const { page, policy } = await description();
    return reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', policy)
      .header('x-content-type-options', 'nosniff')
      .header('referrer-policy', 'no-referrer')
      .send(page);
  });
  app.get('/api', (_, reply) => reply.redirect('/api/', 302));
}

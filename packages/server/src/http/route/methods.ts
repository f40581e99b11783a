import type { FastifyInstance } from 'fastify';

/** Which methods an address takes, of the routes that come after this; `:name` stands for any one part. */
export function methodsAt(app: FastifyInstance): (path: string) => readonly string[] {
  const routes = new Map<string, Set<string>>();
  app.addHook('onRoute', ({ url, method }) => {
    const methods = routes.get(url) ?? new Set();
    // They come by themselves with those that read.
    for (const one of [method].flat()) if (one !== 'HEAD' && one !== 'OPTIONS') methods.add(one);
    routes.set(url, methods);
  });
  return path => {
    const parts = path.split('/');
    for (const [url, methods] of routes) if (fits(url.split('/'), parts)) return [...methods];
    return [];
  };
}

const fits = (pattern: readonly string[], parts: readonly string[]): boolean =>
  pattern.length === parts.length && pattern.every((one, index) => one === parts[index] || one.startsWith(':'));

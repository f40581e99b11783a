import { DesktopError } from '@eyeline/machines';
import { desktopSentences } from '../sentences/desktop.ts';
import type { FinesseGadgetConfig } from './finesse-js.ts';

/** What is asked of Finesse in the agent's own name, beside finesse.js. `path` starts after `/finesse/api`. */
export type AskFinesse = (method: 'GET' | 'PUT', path: string, body?: string) => Promise<string>;

/**
 * Asks the node that the desktop came from, as finesse.js does; the credentials go nowhere else. Rejects with a DesktopError
 * (failed) when Finesse does not take it.
 */
export const askFinesse =
  ({ authorization, authToken }: FinesseGadgetConfig): AskFinesse =>
  async (method, path, body) => {
    const answer = await fetch(new URL(`/finesse/api${path}`, location.origin), {
      method,
      // Never from the browser's memory: what is shown has to be so now.
      cache: 'no-store',
      headers: {
        accept: 'application/xml',
        authorization: authToken ? `Bearer ${authToken}` : `Basic ${authorization}`,
        ...(body === undefined ? {} : { 'content-type': 'application/xml' }),
      },
      ...(body === undefined ? {} : { body }),
    });
    if (!answer.ok) throw new DesktopError('failed', desktopSentences.answers(answer.status, method, path));
    return answer.text();
  };

import type { Link, LinkAnswer } from '@eyeline/machines';
import { failure, HttpFailure, LINKS_PATH, LinkOpened, LinkSite, LinkView } from '@eyeline/protocol';
import * as v from 'valibot';
import { createTabStore, storageOf } from '../tab-store.ts';

export interface LinkOptions {
  /** What stands in the address of the link. Empty: there is none. */
  readonly code: string;
  /** Where the server is; default where the page is from. */
  readonly url?: string | undefined;
}

/** A link of the server's, for the page that somebody opens by it. */
export function createLink({ code, url = location.origin }: LinkOptions): Link {
  const kept = createTabStore(`eyeline.link.${code}`, storageOf('localStorage'));
  const path = `${LINKS_PATH}/${encodeURIComponent(code)}`;
  /** By what this browser comes back by the same link. */
  const key = kept.read() ?? crypto.randomUUID();

  async function ask<T>(where: string, schema: v.GenericSchema<unknown, T>, body?: object): Promise<LinkAnswer<T>> {
    try {
      const response = await fetch(new URL(where, url), {
        credentials: 'omit',
        ...(body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      });
      const answer: unknown = await response.json();
      const value = v.safeParse(schema, answer);
      if (response.ok && value.success) return { value: value.output };
      const failed = v.safeParse(HttpFailure, answer);
      const said = failed.success ? failed.output.error : failure('internal');
      return response.status < 500 && failed.success ? { refusal: said } : { unreached: said };
    } catch {
      return { unreached: null };
    }
  }

  return {
    get isKnown() {
      return kept.read() !== null;
    },
    look: async () => (code ? ask(path, LinkView) : { refusal: failure('link-unknown') }),
    site: () => ask(LINKS_PATH, LinkSite),
    async open() {
      const answer = await ask(`${path}/open`, LinkOpened, { key });
      if ('value' in answer) {
        kept.write(key);
        createTabStore(`eyeline.customer.${answer.value.entryPointId}`).write(answer.value.token);
      }
      return answer;
    },
  };
}

import { DesktopError } from '@eyeline/machines';
import type { VoiceChannelReason } from '@eyeline/protocol';
import * as v from 'valibot';
import { desktopSentences } from '../sentences/desktop.ts';
import type { FinesseGadgetConfig, FinesseJsUser } from './finesse-js.ts';
import { type AskFinesse, askFinesse } from './finesse-rest.ts';
import { plainLabel } from './plain-label.ts';

const Listed = v.optional(v.array(v.object({ id: v.string(), label: v.string() })), []);

/**
 * The id that this site has for a reason: by label from finesse.js, by code from Finesse's own list, for finesse.js keeps no
 * codes.
 * @throws DesktopError unknown-reason, also for a reason that Finesse sets by itself
 */
export async function findReason(
  reason: VoiceChannelReason,
  user: FinesseJsUser,
  config: FinesseGadgetConfig,
): Promise<string> {
  const ids =
    'label' in reason ? await byLabel(reason.label, user) : await byCode(reason.code, config, askFinesse(config));
  const [id, other] = ids;
  if (id !== undefined && other === undefined) return id;
  const stated = 'label' in reason ? desktopSentences.labelled(reason.label) : desktopSentences.withCode(reason.code);
  const sentence = id === undefined ? desktopSentences.noReason : desktopSentences.manyReasons;
  throw new DesktopError('unknown-reason', sentence(stated));
}

const byLabel = (label: string, user: FinesseJsUser): Promise<readonly string[]> =>
  new Promise((resolve, reject) => {
    user.getNotReadyReasonCodes({
      success: answer => {
        const list = v.safeParse(Listed, answer);
        if (list.success)
          resolve(list.output.flatMap(one => (plainLabel(one.label) === plainLabel(label) ? [one.id] : [])));
        else reject(notRead());
      },
      error: () => reject(notRead()),
    });
  });

async function byCode(code: number, { id }: FinesseGadgetConfig, ask: AskFinesse): Promise<readonly string[]> {
  const text = await ask('GET', `/User/${encodeURIComponent(id ?? '')}/ReasonCodes?category=NOT_READY`);
  const list = new DOMParser().parseFromString(text, 'application/xml');
  return [...list.getElementsByTagName('ReasonCode')].flatMap(one => {
    const field = (name: string) => one.getElementsByTagName(name)[0]?.textContent?.trim() ?? '';
    if (field('code') !== String(code) || field('systemCode') === 'true') return [];
    const found = field('id') || (field('uri').split('/').at(-1) ?? '');
    return found ? [found] : [];
  });
}

const notRead = () => new DesktopError('failed', desktopSentences.noReasons);

import type { Fault } from '@eyeline/routing';
import type { Config } from '../config.ts';
import { configSentences } from '../sentences/config.ts';

/** What a schema cannot see of webhooks: an id that is there twice, an entry point that is none. */
export function webhookFaults({ webhooks, entryPoints }: Pick<Config, 'webhooks' | 'entryPoints'>): Fault[] {
  const there = entryPoints.map(one => one.entryPointId);
  return webhooks.flatMap((webhook, index) => {
    const isSecond = webhooks.findIndex(one => one.id === webhook.id) < index;
    const strange = (webhook.entryPoints ?? []).flatMap((id, place) => (there.includes(id) ? [] : [{ id, place }]));
    return [
      ...(isSecond
        ? [
            {
              path: `webhooks.${index}.id`,
              expected: configSentences.uniqueId,
              received: JSON.stringify(webhook.id),
            },
          ]
        : []),
      ...strange.map(({ id, place }) => ({
        path: `webhooks.${index}.entryPoints.${place}`,
        expected: configSentences.oneOf('entryPoints', there.slice(0, 20)),
        received: JSON.stringify(id),
      })),
    ];
  });
}

import type { Fault } from '@eyeline/routing';
import type { Config } from '../config.ts';
import { configSentences } from '../sentences/config.ts';
import { agentRefusals } from '../sentences/refusals.ts';
import { contentFault } from './content-fault.ts';

/** What a schema cannot see of templates: names that lead nowhere, ids that are there twice, pictures from elsewhere. */
export function templateFaults({ templates, pictureHosts, entryPoints, routing }: Config): readonly Fault[] {
  const known = {
    entryPoints: entryPoints.map(({ entryPointId }): string => entryPointId),
    queues: Object.keys(routing.queues),
  };
  return templates.flatMap((template, index) => {
    const path = `templates.${index}`;
    const { templateId, content } = template;
    const isTwice = templates.findIndex(one => one.templateId === templateId) < index;
    return [
      ...(isTwice
        ? [{ path: `${path}.templateId`, expected: configSentences.uniqueId, received: JSON.stringify(templateId) }]
        : []),
      ...(['entryPoints', 'queues'] as const).flatMap(key =>
        (template[key] ?? []).flatMap((name, at) =>
          known[key].includes(name)
            ? []
            : [
                {
                  path: `${path}.${key}.${at}`,
                  expected: configSentences.oneOf(key, known[key]),
                  received: JSON.stringify(name),
                },
              ],
        ),
      ),
      ...Object.entries(content).flatMap(([language, one]) => {
        // A template knows no conversation, so no file of one either.
        const fault = contentFault(one, { pictureHosts, hasPicture: () => false });
        if (fault === null) return [];
        return [
          {
            path: `${path}.content.${language}`,
            expected: configSentences.soundContent,
            received: agentRefusals.content[fault],
          },
        ];
      }),
    ];
  });
}

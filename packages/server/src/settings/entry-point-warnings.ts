import { own } from '@eyeline/routing';
import type { Config } from './config.ts';
import type { ConfigWarning } from './config-warning.ts';

const uselessChat =
  'The widget asks for a chat to begin with, so its customers are never given one instead. Remove "chat", unless a program of yours opens with video.';

/** Entry points whose customers get nowhere, and ladders with a step that is never reached. */
export function entryPointWarnings({ entryPoints, routing, rules }: Config): readonly ConfigWarning[] {
  const warnings: ConfigWarning[] = [];
  entryPoints.forEach(({ queue = routing.defaultQueue, ladder, rules: ownRules }, index) => {
    const path = `entryPoints.${index}`;
    if (ladder?.includes('chat')) warnings.push({ path: `${path}.ladder`, sentence: uselessChat });
    const isRuledElsewhere = [...rules, ...ownRules].some(({ outcome }) => outcome.queueId !== undefined);
    const domains = own(routing.queues, queue)?.domains;
    if (domains && !domains.includes('chat') && !isRuledElsewhere)
      warnings.push({
        path: `${path}.queue`,
        sentence: `The queue "${queue}" serves no chat, with which the widget begins. Add "chat" to its domains, or name another queue.`,
      });
    ownRules.forEach(({ outcome }, rule) => {
      if (outcome.ladder?.includes('chat'))
        warnings.push({ path: `${path}.rules.${rule}.outcome.ladder`, sentence: uselessChat });
    });
  });
  rules.forEach(({ outcome }, rule) => {
    if (outcome.ladder?.includes('chat'))
      warnings.push({ path: `rules.${rule}.outcome.ladder`, sentence: uselessChat });
  });
  return warnings;
}

import { cutText } from '@eyeline/protocol';
import { botSentences } from '../../settings/sentences/bots.ts';
import type { Handover } from './bot.ts';

const mostFacts = 30;

/** What a bot says where it hands over, in any of the forms in which bots say it: `true`, a reason, or an object. */
export function handoverOf(given: unknown): Handover | null {
  if (given === undefined || given === null || given === false) return null;
  if (typeof given === 'string') return { reason: cutText(given, 500) || botSentences.handedOver, context: {} };
  if (typeof given !== 'object' || Array.isArray(given)) return { reason: botSentences.handedOver, context: {} };
  const reason = 'reason' in given && typeof given.reason === 'string' ? cutText(given.reason.trim(), 500) : '';
  const context = 'context' in given && typeof given.context === 'object' && given.context ? given.context : {};
  const facts = Object.entries(context).flatMap(([name, value]): [string, string][] =>
    /^[\w-]{1,64}$/.test(name) && ['string', 'number', 'boolean'].includes(typeof value)
      ? [[name, cutText(String(value), 500)]]
      : [],
  );
  return { reason: reason || botSentences.handedOver, context: Object.fromEntries(facts.slice(0, mostFacts)) };
}

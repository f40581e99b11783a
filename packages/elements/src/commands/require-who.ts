import {
  type AttributesSaid,
  type CustomerSaid,
  IDENTITY_TOKEN_MAX_LENGTH,
  LONGEST_ATTRIBUTE,
  LONGEST_OF_CUSTOMER,
  MOST_ATTRIBUTES,
} from '@eyeline/protocol';
import { commands } from '../sentences/commands.ts';
import { CommandError } from './command-error.ts';
import { plainCopy } from './plain-copy.ts';

const lengths: Readonly<Record<string, number>> = { ...LONGEST_OF_CUSTOMER, token: 4 * IDENTITY_TOKEN_MAX_LENGTH };

/** Nothing, or a text that can be sent: a page is told at once, and not when the chat is there. */
function isFitting(key: string, value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  if (key === 'token' && typeof value === 'function') return true;
  if (typeof value !== 'string') return false;
  const text = key === 'token' ? value : value.trim();
  return text !== '' && text.length <= (Object.hasOwn(lengths, key) ? (lengths[key] ?? 0) : Number.POSITIVE_INFINITY);
}

/** @throws CommandError `invalid-arguments` */
export function requireWho(who: unknown): CustomerSaid | null {
  if (who === null) return who;
  const given = plainCopy(who);
  if (given && Object.entries(given).every(([key, value]) => isFitting(key, value))) return given as CustomerSaid;
  throw new CommandError('invalid-arguments', commands.noWho);
}

function isAttribute([name, value]: readonly [string, unknown]): boolean {
  if (value === null) return true;
  const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return isPlain && /^[\w-]{1,64}$/.test(name) && `${value}`.length <= LONGEST_ATTRIBUTE;
}

/** @throws CommandError `invalid-arguments` */
export function requireAttributes(attributes: unknown): AttributesSaid {
  const given = plainCopy(attributes);
  const all = given && Object.entries(given);
  if (all && all.length <= MOST_ATTRIBUTES && all.every(isAttribute)) return given as AttributesSaid;
  throw new CommandError('invalid-arguments', commands.noAttributes);
}

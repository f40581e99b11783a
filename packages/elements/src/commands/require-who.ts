import type { AttributesSaid, CustomerSaid } from '@eyeline/protocol';
import { commands } from '../sentences/commands.ts';
import { CommandError } from './command-error.ts';

const isNothing = (value: unknown): value is null | undefined => value === null || value === undefined;

/** @throws CommandError `invalid-arguments` */
export function requireWho(who: unknown): CustomerSaid | null {
  if (who === null) return who;
  const isWho =
    typeof who === 'object' &&
    who !== undefined &&
    Object.entries(who).every(
      ([key, value]) =>
        isNothing(value) || typeof value === 'string' || (key === 'token' && typeof value === 'function'),
    );
  if (isWho) return who as CustomerSaid;
  throw new CommandError('invalid-arguments', commands.noWho);
}

/** @throws CommandError `invalid-arguments` */
export function requireAttributes(attributes: unknown): AttributesSaid {
  const isPlain =
    typeof attributes === 'object' &&
    attributes !== null &&
    Object.values(attributes).every(value => value === null || ['string', 'number', 'boolean'].includes(typeof value));
  if (isPlain) return attributes as AttributesSaid;
  throw new CommandError('invalid-arguments', commands.noAttributes);
}

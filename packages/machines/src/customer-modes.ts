import type { Availability, EntryPoint, FallbackOption } from '@eyeline/protocol';

/** Of how a visit may begin, what its context knows. */
interface Modes {
  readonly entryPoint: EntryPoint | null;
  readonly availability: Availability | null;
  readonly limit: readonly string[];
  readonly step: FallbackOption | null;
}

/** How the customer may begin here: what the entry point offers, as far as the page around wants it; if nothing is left, all. */
export function modesOf({ entryPoint, limit }: Pick<Modes, 'entryPoint' | 'limit'>): readonly FallbackOption[] {
  const modes = entryPoint?.modes ?? [];
  const wanted = modes.filter(mode => limit.includes(mode));
  return wanted.length > 0 ? wanted : modes;
}

export const hasChoice = (modes: Pick<Modes, 'entryPoint' | 'limit'>): boolean => modesOf(modes).length > 1;

/** Whether there is one way to begin, and somebody for it. */
export function isStraight(context: Modes): boolean {
  const [only, ...others] = modesOf(context);
  return others.length === 0 && !context.availability?.fallback && standingOf(context, only ?? 'chat')?.because == null;
}

/** How one of the modes stands; undefined for what is none of them. */
export const standingOf = ({ availability }: Pick<Modes, 'availability'>, mode: FallbackOption) =>
  availability?.modes.find(one => one.mode === mode);

/** What was chosen, and is offered no more. */
export function isWithdrawn(context: Modes): boolean {
  const step = context.step ?? 'chat';
  const modes = modesOf(context);
  return modes.length > 0 && !modes.includes(step) && !context.availability?.fallback?.steps.includes(step);
}

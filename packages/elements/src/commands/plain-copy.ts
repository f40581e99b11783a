/**
 * What a page gave, by its names, as it is at this moment: it may be an object that answers otherwise the next time. Null where it is
 * no object, is a list, or cannot be looked at.
 */
export function plainCopy(given: unknown): Readonly<Record<string, unknown>> | null {
  try {
    return typeof given === 'object' && given !== null && !Array.isArray(given) ? { ...given } : null;
  } catch {
    return null;
  }
}

/** How a sentence names something that a page gave. */
export const shown = (given: unknown): string => (typeof given === 'string' ? given : typeof given);

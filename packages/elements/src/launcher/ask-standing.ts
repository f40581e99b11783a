import { type EntryPointStanding, readStanding, standingPath } from '@eyeline/protocol';

const patienceMs = 10_000;

/** Asks the server how an entry point stands; null where it does not say. */
export async function askStanding(server: string, entryPointId: string): Promise<EntryPointStanding | null> {
  try {
    const url = new URL(standingPath(entryPointId), server);
    const answer = await fetch(url, { credentials: 'omit', signal: AbortSignal.timeout(patienceMs) });
    return answer.ok ? readStanding(await answer.json()) : null;
  } catch {
    // The chat itself says what is wrong, when somebody opens it.
    return null;
  }
}

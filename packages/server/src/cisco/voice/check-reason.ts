import { type Connector, chooseReason, FinesseError, type ReasonName } from '@eyeline/finesse';

type Line = Pick<Connector, 'rest' | 'cluster' | 'teams'>;

/**
 * Looks whether the teams have the not-ready reason, before the first agent needs it. A Finesse that does not tell the
 * account (before 12.5 only administrators and the agents may read reasons) is no fault.
 * @throws {FinesseError} unknown-reason, system-reason
 */
export async function checkReason({ rest, cluster, teams }: Line, reason: ReasonName): Promise<void> {
  const { origin } = await cluster.node();
  for (const team of teams) {
    const reasons = await rest.teamReasonCodes(team).catch((error: unknown) => {
      if (error instanceof FinesseError) return undefined;
      throw error;
    });
    if (!reasons) return;
    chooseReason(reasons, reason, new URL(origin).host);
  }
}

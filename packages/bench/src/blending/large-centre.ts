import type { ScenarioInput } from '@eyeline/simulators';

export const accountId = 'eyeline';
export const accountPassword = 'box';

/** The user ids of a centre of this many agents. */
export const userIds = (agents: number): readonly string[] =>
  Array.from({ length: agents }, (_, index) => String(10_001 + index));

/** Agents in teams of the same size, and one account that supervises them all. Nobody calls. */
export function largeCentre(agents: number, teams: number, changeMs: number): ScenarioInput {
  const teamIds = Array.from({ length: teams }, (_, index) => String(index + 1));
  return {
    teams: teamIds.map(id => ({ id, name: `Team ${id}` })),
    reasonCodes: [
      { id: '1', category: 'NOT_READY', code: 12, label: 'Lunch' },
      { id: '103', category: 'NOT_READY', code: 33, label: 'Supervisor Initiated', systemCode: true },
    ],
    users: [
      ...userIds(agents).map((id, index) => ({
        id,
        firstName: 'Agent',
        lastName: id,
        password: 'box',
        team: teamIds[index % teams],
        extension: `2${id}`,
      })),
      {
        id: accountId,
        firstName: 'Service',
        lastName: 'Account',
        password: accountPassword,
        roles: ['Supervisor'],
        supervises: teamIds,
      },
    ],
    timings: { changeMs },
  };
}

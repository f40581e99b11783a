import type { ScenarioUser } from '../scenario/scenario.ts';
import type { Simulator } from '../simulator.ts';

/** The nodes that everybody hears without asking. */
export function ownNodes(user: ScenarioUser): readonly string[] {
  const own = `/finesse/api/User/${user.id}`;
  return [own, `${own}/Dialogs`, `${own}/Media`, '/finesse/api/SystemInfo'];
}

/** Whether a user may subscribe to a node: yes, or the condition of the refusal. */
export function mayReceive(
  user: ScenarioUser,
  node: string,
  simulator: Simulator,
): 'yes' | 'forbidden' | 'item-not-found' {
  const { directory, voice, scenario } = simulator;
  if (ownNodes(user).includes(node) || node === `/finesse/api/User/${user.id}/Dialogs/Media`) return 'yes';
  const team = /^\/finesse\/api\/Team\/([^/]+)\/Users$/.exec(node)?.[1];
  if (team !== undefined) {
    if (!directory.team(team)) return 'item-not-found';
    const isSignedIn = voice.agent(user.id).state !== 'LOGOUT';
    const isAllowed = directory.supervises(user, team) && (isSignedIn || !scenario.uncertain.supervisorMustSignIn);
    return isAllowed ? 'yes' : 'forbidden';
  }
  const other = /^\/finesse\/api\/User\/([^/]+)/.exec(node)?.[1];
  return other !== undefined && directory.users.has(other) ? 'forbidden' : 'item-not-found';
}

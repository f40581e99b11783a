import type { Scenario, ScenarioReason, ScenarioUser } from '../scenario/scenario.ts';

const supervisorReasons = (['NOT_READY', 'LOGOUT'] as const).map(category => ({
  ...{
    id: category === 'NOT_READY' ? '998' : '999',
    category,
    code: 999,
    label: 'Supervisor Initiated',
    systemCode: true,
  },
}));

/** What may be another about somebody who works here. */
export type UserChange = Partial<Pick<ScenarioUser, 'firstName' | 'lastName'>>;

/** Who works here, in which teams, and for which reasons one may be away. */
export class Directory {
  readonly scenario: Scenario;
  readonly reasons: Map<string, ScenarioReason>;
  readonly #users: Map<string, ScenarioUser>;
  readonly #listeners: ((userId: string) => void)[] = [];
  readonly #extensions: ReadonlySet<string>;

  constructor(scenario: Scenario) {
    this.scenario = scenario;
    this.#users = new Map(scenario.users.map(user => [user.id, user]));
    // UCCE's own code of what a supervisor did is there also when nobody wrote it down.
    const reasons =
      scenario.deployment === 'UCCE' ? [...supervisorReasons, ...scenario.reasonCodes] : scenario.reasonCodes;
    this.reasons = new Map(reasons.map(reason => [reason.id, reason]));
    this.#extensions = new Set(scenario.users.flatMap(user => user.extension ?? []));
  }

  get users(): ReadonlyMap<string, ScenarioUser> {
    return this.#users;
  }

  get everybody(): readonly ScenarioUser[] {
    return [...this.#users.values()];
  }

  /** Gives somebody another name, as an administrator would; whether there is such a user. */
  change(userId: string, change: UserChange): boolean {
    const user = this.#users.get(userId);
    if (!user) return false;
    this.#users.set(userId, { ...user, ...change });
    for (const listener of this.#listeners) listener(userId);
    return true;
  }

  /** Lets somebody go: from now on nobody knows them, and their password is refused. Whether there was such a user. */
  dismiss(userId: string): boolean {
    const isKnown = this.#users.delete(userId);
    if (isKnown) for (const listener of this.#listeners) listener(userId);
    return isKnown;
  }

  /** After somebody was changed, or is gone. */
  onChange(listener: (userId: string) => void): void {
    this.#listeners.push(listener);
  }

  /** By id, or on UCCE also by login name. */
  find(idOrLoginName: string): ScenarioUser | undefined {
    const user = this.users.get(idOrLoginName);
    if (user || this.scenario.deployment === 'UCCX') return user;
    return this.everybody.find(each => each.loginName === idOrLoginName);
  }

  team(id: string): { readonly id: string; readonly name: string } | undefined {
    return this.scenario.teams.find(team => team.id === id);
  }

  teamMembers(id: string): readonly ScenarioUser[] {
    return this.everybody.filter(user => user.team === id);
  }

  supervises(user: ScenarioUser, teamId: string | undefined): boolean {
    return teamId !== undefined && user.roles.includes('Supervisor') && user.supervises.includes(teamId);
  }

  hasDevice(extension: string): boolean {
    return this.#extensions.has(extension);
  }

  systemReason(category: 'NOT_READY' | 'LOGOUT', code: number): string | undefined {
    return [...this.reasons.values()].find(each => each.systemCode && each.category === category && each.code === code)
      ?.id;
  }

  /** The reasons that somebody of a team may choose, without the system's own. */
  reasonsFor(teamId: string | undefined, category: 'NOT_READY' | 'LOGOUT' | 'ALL'): readonly ScenarioReason[] {
    return this.reasonsOf(category).filter(
      reason =>
        !reason.systemCode && (reason.teams === undefined || (teamId !== undefined && reason.teams.includes(teamId))),
    );
  }

  reasonsOf(category: 'NOT_READY' | 'LOGOUT' | 'ALL'): readonly ScenarioReason[] {
    return [...this.reasons.values()].filter(reason => category === 'ALL' || reason.category === category);
  }
}

/** A team as both sides know it. `id` is Cisco's. */
export interface DirectoryTeam {
  readonly id: string;
  readonly name: string;
}

export interface DirectorySkill {
  readonly id: string;
  readonly name: string;
}

/** A queue: a CSQ of UCCX. `skills` maps Cisco's skill ids to the least level. */
export interface DirectoryQueue {
  readonly id: string;
  readonly name: string;
  readonly selection: string;
  readonly skills: Readonly<Record<string, number>>;
}

/** An agent. `id` is the Finesse user id; `skills` maps Cisco's skill ids to levels. */
export interface DirectoryAgent {
  readonly id: string;
  readonly name: string;
  readonly role: 'agent' | 'supervisor';
  readonly teamId?: string;
  readonly skills: Readonly<Record<string, number>>;
}

/** Who and what there is. */
export interface Directory {
  readonly skills: readonly DirectorySkill[];
  readonly teams: readonly DirectoryTeam[];
  readonly queues: readonly DirectoryQueue[];
  readonly agents: readonly DirectoryAgent[];
}

/** What there is in Eyeline. Those that came from Cisco carry its id; others are Eyeline's own and never touched. */
export interface LocalDirectory {
  readonly fromCisco: Directory & { readonly disabledAgents: readonly string[] };
  /** Names in use by objects of Eyeline's own; agents by the id they sign in with. */
  readonly own: {
    readonly skills: readonly string[];
    readonly teams: readonly string[];
    readonly queues: readonly string[];
    readonly agents: readonly string[];
    /** The same of agents of whom nothing but that can be read, ours or Cisco's. */
    readonly unreadableAgents: readonly string[];
  };
}

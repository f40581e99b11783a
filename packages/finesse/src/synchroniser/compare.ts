import type { Directory, LocalDirectory } from './directory.ts';

export type DirectoryKind = 'skill' | 'team' | 'queue' | 'agent';

/** One thing to do in Eyeline. Agents are disabled, never removed: what they did stays theirs. */
export type DirectoryChange =
  | {
      readonly type: 'create' | 'remove' | 'disable' | 'enable';
      readonly kind: DirectoryKind;
      readonly id: string;
      readonly name: string;
    }
  | {
      readonly type: 'rename';
      readonly kind: DirectoryKind;
      readonly id: string;
      readonly from: string;
      readonly to: string;
    }
  | {
      readonly type: 'change';
      readonly kind: DirectoryKind;
      readonly id: string;
      readonly name: string;
      readonly property: string;
      readonly from: string;
      readonly to: string;
    };

/** Something of Cisco's that cannot be taken over, and why. Nothing about it is done. */
export interface DirectoryConflict {
  readonly kind: DirectoryKind;
  readonly id: string;
  readonly name: string;
  readonly why: 'name-taken' | 'account-unreadable' | 'twice-in-cisco' | 'unknown-team' | 'unknown-skill' | 'nameless';
}

export interface DirectoryDifference {
  /** In an order in which they can be done. */
  readonly changes: readonly DirectoryChange[];
  readonly conflicts: readonly DirectoryConflict[];
}

type Item = { readonly id: string; readonly name: string };

/** What must be done so that Eyeline has what Cisco has. One way: Cisco is never changed, Eyeline's own is never touched. */
export function compareDirectories(cisco: Directory, local: LocalDirectory): DirectoryDifference {
  const conflicts: DirectoryConflict[] = [];
  const refuse = (kind: DirectoryKind, { id, name }: Item, why: DirectoryConflict['why']): false => {
    conflicts.push({ kind, id, name, why });
    return false;
  };
  const { fromCisco, own } = local;

  function admit<T extends Item>(
    kind: DirectoryKind,
    items: readonly T[],
    taken: readonly string[],
    by: 'id' | 'name',
  ): T[] {
    const names = new Set(taken.map(plain));
    const seen = new Set<string>();
    return items.filter(item => {
      const key = plain(item[by]);
      if (key === '') return refuse(kind, item, 'nameless');
      if (names.has(key)) return refuse(kind, item, 'name-taken');
      if (seen.has(key)) return refuse(kind, item, 'twice-in-cisco');
      seen.add(key);
      return true;
    });
  }

  const skills = admit('skill', cisco.skills, own.skills, 'name');
  const teams = admit('team', cisco.teams, own.teams, 'name');
  const skillIds = new Set(skills.map(({ id }) => id));
  const teamIds = new Set(teams.map(({ id }) => id));
  const knowsSkills = (item: { readonly skills: Readonly<Record<string, number>> }) =>
    Object.keys(item.skills).every(id => skillIds.has(id));
  const queues = admit('queue', cisco.queues, own.queues, 'name').filter(
    queue => knowsSkills(queue) || refuse('queue', queue, 'unknown-skill'),
  );
  const unreadable = new Set(own.unreadableAgents.map(plain));
  const readable = cisco.agents.filter(
    agent => !unreadable.has(plain(agent.id)) || refuse('agent', agent, 'account-unreadable'),
  );
  const agents = admit('agent', readable, own.agents, 'id').filter(agent => {
    if (agent.teamId !== undefined && !teamIds.has(agent.teamId)) return refuse('agent', agent, 'unknown-team');
    return knowsSkills(agent) || refuse('agent', agent, 'unknown-skill');
  });

  const refused = (kind: DirectoryKind) => new Set(conflicts.filter(each => each.kind === kind).map(({ id }) => id));
  const skillChanges = between('skill', fromCisco.skills, skills, refused('skill'), () => []);
  const teamChanges = between('team', fromCisco.teams, teams, refused('team'), () => []);
  const queueChanges = between('queue', fromCisco.queues, queues, refused('queue'), (before, after) => [
    { property: 'selection', from: before.selection, to: after.selection },
    { property: 'skills', from: printLevels(before.skills), to: printLevels(after.skills) },
  ]);
  const agentChanges = between('agent', fromCisco.agents, agents, refused('agent'), (before, after) => [
    { property: 'role', from: before.role, to: after.role },
    { property: 'team', from: before.teamId ?? '', to: after.teamId ?? '' },
    { property: 'skills', from: printLevels(before.skills), to: printLevels(after.skills) },
  ]);
  const disabled = new Set(fromCisco.disabledAgents);
  const enabled = agents
    .filter(({ id }) => disabled.has(id))
    .map(({ id, name }): DirectoryChange => ({ type: 'enable', kind: 'agent', id, name }));
  const isNew = (change: DirectoryChange) => change.type !== 'remove' && change.type !== 'disable';
  const all = [...skillChanges, ...teamChanges, ...queueChanges, ...agentChanges];
  const gone = [...agentChanges, ...queueChanges, ...teamChanges, ...skillChanges].filter(change => !isNew(change));
  return {
    // What is named must be there first, and go last; who is disabled already stays so.
    changes: [
      ...all.filter(isNew),
      ...enabled,
      ...gone.filter(({ kind, id }) => kind !== 'agent' || !disabled.has(id)),
    ],
    conflicts,
  };
}

function between<T extends Item>(
  kind: DirectoryKind,
  before: readonly T[],
  after: readonly T[],
  refused: ReadonlySet<string>,
  compare: (before: T, after: T) => { property: string; from: string; to: string }[],
): DirectoryChange[] {
  const known = new Map(before.map(item => [item.id, item]));
  const there = new Set(after.map(({ id }) => id));
  const changes = after.flatMap((item): DirectoryChange[] => {
    const { id, name } = item;
    const old = known.get(id);
    if (!old) return [{ type: 'create', kind, id, name }];
    const renamed: DirectoryChange[] =
      old.name === name ? [] : [{ type: 'rename', kind, id, from: old.name, to: name }];
    const changed = compare(old, item).filter(({ from, to }) => from !== to);
    return [...renamed, ...changed.map((each): DirectoryChange => ({ type: 'change', kind, id, name, ...each }))];
  });
  const gone = before.filter(({ id }) => !there.has(id) && !refused.has(id));
  const type = kind === 'agent' ? 'disable' : 'remove';
  return [...changes, ...gone.map(({ id, name }): DirectoryChange => ({ type, kind, id, name }))];
}

function printLevels(levels: Readonly<Record<string, number>>): string {
  return Object.entries(levels)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([id, level]) => `${id}:${level}`)
    .join(' ');
}

function plain(name: string): string {
  return name.trim().toLowerCase();
}

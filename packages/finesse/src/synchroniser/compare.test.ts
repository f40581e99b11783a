import { describe, expect, test } from 'vitest';
import { compareDirectories } from './compare.ts';
import type { Directory, LocalDirectory } from './directory.ts';
import { printDifference } from './print-difference.ts';
import { settleDirectory } from './settle.ts';
import { directoryOfUccx } from './uccx-directory.ts';

const cisco: Directory = {
  skills: [{ id: '1', name: 'Video' }],
  teams: [{ id: '1', name: 'Sales' }],
  queues: [{ id: '3', name: 'Video sales', selection: 'longest-available', skills: { 1: 5 } }],
  agents: [{ id: 'alice', name: 'Alice', role: 'agent', teamId: '1', skills: { 1: 7 } }],
};
const empty: Directory = { skills: [], teams: [], queues: [], agents: [] };
const local = (
  fromCisco: Directory,
  given: Partial<LocalDirectory['own']> = {},
  disabledAgents: string[] = [],
): LocalDirectory => ({
  fromCisco: { ...fromCisco, disabledAgents },
  own: { skills: [], teams: [], queues: [], agents: [], unreadableAgents: [], ...given },
});
const printed = (there: Directory, here: LocalDirectory) => printDifference(compareDirectories(there, here));

describe('compareDirectories', () => {
  test('11.1 everything is made in an order that works, and then there is nothing to do', () => {
    expect(printed(cisco, local(empty))).toBe(
      '+ skill 1 "Video"\n+ team 1 "Sales"\n+ queue 3 "Video sales"\n+ agent alice "Alice"\n',
    );
    expect(compareDirectories(cisco, local(cisco))).toEqual({ changes: [], conflicts: [] });
  });

  test('11.2 renamed is not deleted and made: the id is who it is', () => {
    const renamed = {
      ...cisco,
      teams: [{ id: '1', name: 'Sales North' }],
      agents: cisco.agents.map(agent => ({ ...agent, name: 'Alice Married' })),
    };
    expect(printed(renamed, local(cisco))).toBe(
      '~ team 1 "Sales" -> "Sales North"\n~ agent alice "Alice" -> "Alice Married"\n',
    );
  });

  test('11.3 names may be exchanged', () => {
    const teams = [
      { id: '1', name: 'A' },
      { id: '2', name: 'B' },
    ];
    const there = {
      ...empty,
      teams: [
        { id: '1', name: 'B' },
        { id: '2', name: 'A' },
      ],
    };
    expect(compareDirectories(there, local({ ...empty, teams })).conflicts).toEqual([]);
  });

  test('11.4 what is gone is removed last, agents are disabled once and enabled when they are back', () => {
    expect(printed(empty, local(cisco))).toBe(
      '- agent alice "Alice" is disabled\n- queue 3 "Video sales"\n- team 1 "Sales"\n- skill 1 "Video"\n',
    );
    expect(printed({ ...cisco, agents: [] }, local(cisco, {}, ['alice']))).toBe('');
    expect(printed(cisco, local(cisco, {}, ['alice']))).toBe('+ agent alice "Alice" is enabled again\n');
  });

  test('11.5 what changed is told by its property', () => {
    const agents = [{ id: 'alice', name: 'Alice', role: 'supervisor', skills: { 1: 9 } } as const];
    expect(printed({ ...cisco, agents }, local(cisco))).toBe(
      '~ agent alice "Alice" role: agent -> supervisor\n~ agent alice "Alice" team: 1 -> none\n~ agent alice "Alice" skills: 1:7 -> 1:9\n',
    );
  });

  test('11.6 Eyeline’s own stay: a name that is taken is a conflict, and what hangs on it too', () => {
    const { changes, conflicts } = compareDirectories(cisco, local(empty, { skills: [' VIDEO '], agents: ['bob'] }));
    expect(changes).toEqual([{ type: 'create', kind: 'team', id: '1', name: 'Sales' }]);
    expect(conflicts.map(({ kind, why }) => `${kind} ${why}`)).toEqual([
      'skill name-taken',
      'queue unknown-skill',
      'agent unknown-skill',
    ]);
  });

  test('11.7 a conflict removes nothing that is there', () => {
    expect(compareDirectories(cisco, local(cisco, { teams: ['Sales'] })).changes).toEqual([]);
  });

  test('11.8 two of a name, none of a name, and a team that is not there', () => {
    const there: Directory = {
      ...empty,
      teams: [
        { id: '1', name: 'A' },
        { id: '2', name: 'a ' },
        { id: '3', name: ' ' },
      ],
      agents: [{ id: 'bob', name: 'Bob', role: 'agent', teamId: '9', skills: {} }],
    };
    const difference = compareDirectories(there, local(empty));
    expect(difference.conflicts.map(({ id, why }) => `${id} ${why}`)).toEqual([
      '2 twice-in-cisco',
      '3 nameless',
      'bob unknown-team',
    ]);
    expect(printDifference(difference)).toContain('! team 2 "a ": Cisco has two by that name');
  });
});

test.each([
  ['everything is new', cisco, local(empty)],
  ['nothing is new', cisco, local(cisco)],
  ['everything is gone', empty, local(cisco)],
  ['somebody is back', cisco, local(cisco, {}, ['alice'])],
  ['names are taken', cisco, local(empty, { skills: ['video'] })],
  ['a name is taken that was not before', cisco, local(cisco, { teams: ['sales'] })],
  ['a conflict is about who was disabled', cisco, local(cisco, { skills: ['video'] }, ['alice'])],
] as const)('11.11 what is settled leaves nothing to do: %s', (_, there, here) => {
  const difference = compareDirectories(there, here);
  const settled = { ...here, fromCisco: settleDirectory(there, here, difference) };
  expect(compareDirectories(there, settled)).toEqual({ changes: [], conflicts: difference.conflicts });
  const kept = new Set(settled.fromCisco.agents.map(({ id }) => id));
  expect(here.fromCisco.agents.every(({ id }) => kept.has(id))).toBe(true);
});

test('11.9 UCCX as a directory', () => {
  const directory = directoryOfUccx({
    skills: [{ id: '1', name: 'Video' }],
    teams: [{ id: '1', name: 'Sales', secondarySupervisors: [] }],
    queues: [
      {
        id: '3',
        name: 'Video sales',
        medium: 'voice',
        pool: 'skills',
        selection: 'longest-available',
        skills: [{ skillId: '1', skillName: 'Video', level: 5 }],
      },
    ],
    resources: [
      {
        id: 'alice',
        firstName: 'Alice',
        lastName: '',
        kind: 'agent',
        team: { id: '1', name: 'Sales' },
        skills: [{ skillId: '1', skillName: 'Video', level: 7 }],
      },
    ],
  });
  expect(directory).toEqual(cisco);
});

import type { DirectoryConflict } from '../synchroniser/compare.ts';

/** What a synchronisation would change, one line each, as a diff. */
export const differenceLines = {
  created: (kind: string, id: string, name: string) => `+ ${kind} ${id} "${name}"`,
  removed: (kind: string, id: string, name: string) => `- ${kind} ${id} "${name}"`,
  disabled: (kind: string, id: string, name: string) => `- ${kind} ${id} "${name}" is disabled`,
  enabled: (kind: string, id: string, name: string) => `+ ${kind} ${id} "${name}" is enabled again`,
  renamed: (kind: string, id: string, from: string, to: string) => `~ ${kind} ${id} "${from}" -> "${to}"`,
  changed: (kind: string, id: string, name: string, property: string, from: string, to: string) =>
    `~ ${kind} ${id} "${name}" ${property}: ${from || 'none'} -> ${to || 'none'}`,
  conflict: (kind: string, id: string, name: string, why: string) => `! ${kind} ${id} "${name}": ${why}`,
  why: {
    'name-taken': 'Eyeline has one of its own by that name: rename one of the two',
    'account-unreadable':
      'its account in Eyeline cannot be read: the table set_aside says why; correct that row of agent_account, or remove it',
    'twice-in-cisco':
      'Cisco has two by that name: rename one of them in Cisco Unified CCX Administration > Subsystems > RmCm',
    'unknown-team': 'its team is not there: see the conflict of that team, or give it another in RmCm > Resources',
    'unknown-skill': 'one of its skills is not there: see the conflict of that skill',
    nameless: 'it has no name',
  } satisfies Record<DirectoryConflict['why'], string>,
  resourceGroup: (name: string) => `Resource group ${name}`,
};

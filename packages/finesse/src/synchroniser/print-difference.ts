import type { DirectoryChange, DirectoryConflict, DirectoryDifference } from './compare.ts';

const reasons: Readonly<Record<DirectoryConflict['why'], string>> = {
  'name-taken': 'Eyeline has one of its own by that name: rename one of the two',
  'account-unreadable':
    'its account in Eyeline cannot be read: the table set_aside says why; correct that row of agent_account, or remove it',
  'twice-in-cisco':
    'Cisco has two by that name: rename one of them in Cisco Unified CCX Administration > Subsystems > RmCm',
  'unknown-team': 'its team is not there: see the conflict of that team, or give it another in RmCm > Resources',
  'unknown-skill': 'one of its skills is not there: see the conflict of that skill',
  nameless: 'it has no name',
};

/** A dry run: what would be done, one line each, as a diff. Empty when there is nothing to do. */
export function printDifference({ changes, conflicts }: DirectoryDifference): string {
  return [...changes.map(printChange), ...conflicts.map(printConflict)].map(line => `${line}\n`).join('');
}

function printChange(change: DirectoryChange): string {
  switch (change.type) {
    case 'create':
      return `+ ${change.kind} ${change.id} "${change.name}"`;
    case 'remove':
      return `- ${change.kind} ${change.id} "${change.name}"`;
    case 'disable':
      return `- ${change.kind} ${change.id} "${change.name}" is disabled`;
    case 'enable':
      return `+ ${change.kind} ${change.id} "${change.name}" is enabled again`;
    case 'rename':
      return `~ ${change.kind} ${change.id} "${change.from}" -> "${change.to}"`;
    case 'change':
      return `~ ${change.kind} ${change.id} "${change.name}" ${change.property}: ${change.from || 'none'} -> ${change.to || 'none'}`;
  }
}

function printConflict({ kind, id, name, why }: DirectoryConflict): string {
  return `! ${kind} ${id} "${name}": ${reasons[why]}`;
}

import { differenceLines } from '../sentences/difference.ts';
import type { DirectoryChange, DirectoryConflict, DirectoryDifference } from './compare.ts';

/** A dry run: what would be done, one line each, as a diff. Empty when there is nothing to do. */
export function printDifference({ changes, conflicts }: DirectoryDifference): string {
  return [...changes.map(printChange), ...conflicts.map(printConflict)].map(line => `${line}\n`).join('');
}

function printChange(change: DirectoryChange): string {
  switch (change.type) {
    case 'create':
      return differenceLines.created(change.kind, change.id, change.name);
    case 'remove':
      return differenceLines.removed(change.kind, change.id, change.name);
    case 'disable':
      return differenceLines.disabled(change.kind, change.id, change.name);
    case 'enable':
      return differenceLines.enabled(change.kind, change.id, change.name);
    case 'rename':
      return differenceLines.renamed(change.kind, change.id, change.from, change.to);
    case 'change': {
      const { kind, id, name, property, from, to } = change;
      return differenceLines.changed(kind, id, name, property, from, to);
    }
  }
}

function printConflict({ kind, id, name, why }: DirectoryConflict): string {
  return differenceLines.conflict(kind, id, name, differenceLines.why[why]);
}

import type { SkillTerm, Term } from '../configuration/term.ts';

export type SkillLevels = Readonly<Record<string, number>>;

const levelOf = (levels: SkillLevels, skill: string): number =>
  Object.hasOwn(levels, skill) ? (levels[skill] ?? 0) : 0;

/** 1 unless the term has an upper bound only. */
const leastOf = ({ atLeast, atMost }: SkillTerm): number => atLeast ?? (atMost === undefined ? 1 : 0);

/** Does somebody with these skills do? */
export function isSatisfied(term: Term, levels: SkillLevels): boolean {
  if ('all' in term) return term.all.every(inner => isSatisfied(inner, levels));
  if ('any' in term) return term.any.some(inner => isSatisfied(inner, levels));
  const level = levelOf(levels, term.skill);
  return level >= leastOf(term) && level <= (term.atMost ?? 10);
}

/** The sum of the levels in the skills that the term names, each times its weight if asked for. */
export function skillSum(term: Term, levels: SkillLevels, isWeighted: boolean): number {
  if ('all' in term) return term.all.reduce((sum, inner) => sum + skillSum(inner, levels, isWeighted), 0);
  if ('any' in term) return term.any.reduce((sum, inner) => sum + skillSum(inner, levels, isWeighted), 0);
  return levelOf(levels, term.skill) * (isWeighted ? (term.weight ?? 1) : 1);
}

/** A skill that nobody can do without; null when there is none. Where to look an agent's requirements up. */
export function anchorOf(term: Term): string | null {
  if ('skill' in term) return leastOf(term) > 0 ? term.skill : null;
  if ('any' in term) return term.any.length === 1 && term.any[0] ? anchorOf(term.any[0]) : null;
  for (const inner of term.all) {
    const anchor = anchorOf(inner);
    if (anchor !== null) return anchor;
  }
  return null;
}

import type { SkillTerm, Term } from './term.ts';

export interface PlacedSkillTerm {
  readonly path: string;
  readonly term: SkillTerm;
}

/** The skills in a term, with their paths. */
export function skillTerms(term: Term, path: string): readonly PlacedSkillTerm[] {
  if ('skill' in term) return [{ path, term }];
  const [key, terms] = 'all' in term ? (['all', term.all] as const) : (['any', term.any] as const);
  return terms.flatMap((inner, index) => skillTerms(inner, `${path}.${key}.${index}`));
}

/** One import or re-export of a module. */
export interface Import {
  /** What is imported, as it is written: `./call.ts`, `@eyeline/protocol`, `node:fs`. */
  readonly specifier: string;
  /** Whether nothing of it is left at run time. */
  readonly isTypeOnly: boolean;
}

const statements = /^[ \t]*(?:import|export)\b(?!\s*\()([\w\s*{},$]*?)(?:\bfrom\s*)?(['"])([^'"\n]+)\2/gm;
const calls = /\bimport\(\s*(['"])([^'"\n]+)\1/g;

/** Every import of a TypeScript or JavaScript source, in the order of the statements, then of the `import()` calls. */
export function importsOf(source: string): Import[] {
  const code = withoutComments(source).replace(/`(?:\\[\s\S]|[^`\\])*`/g, '``');
  return [
    ...Array.from(code.matchAll(statements), ([, clause = '', , specifier = '']) => ({
      specifier,
      isTypeOnly: importsOnlyTypes(clause),
    })),
    ...Array.from(code.matchAll(calls), ([, , specifier = '']) => ({ specifier, isTypeOnly: false })),
  ];
}

/** The package that a bare specifier names; undefined for a relative one and for Node's own modules. */
export function packageOf(specifier: string): string | undefined {
  if (specifier.startsWith('.') || specifier.startsWith('node:')) return undefined;
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

/** A source without its comments; what looks like a comment inside a string stays. */
export function withoutComments(source: string): string {
  return source.replace(
    /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\[\s\S]|[^`\\])*`)|\/\/[^\n]*|\/\*[\s\S]*?\*\//g,
    (_, text: string | undefined) => text ?? '',
  );
}

function importsOnlyTypes(clause: string): boolean {
  const words = clause.trim();
  if (/^type\b(?!\s*,)/.test(words)) return true;
  const [, named] = /^\{([^}]*)\}$/.exec(words) ?? [];
  const names = (named ?? '').split(',').map(name => name.trim());
  return named !== undefined && names.filter(Boolean).every(name => name.startsWith('type '));
}

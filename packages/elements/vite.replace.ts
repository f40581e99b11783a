import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import type { ESTree, Plugin } from 'vite';
import { type Edit, edited } from './vite.edits.ts';

/** A module of somebody else's package, which a page has otherwise. */
export interface Place {
  readonly package: string;
  /** Its path within the package, as its id ends. */
  readonly module: string;
}

/** As a whole. */
export interface Replacement extends Place {
  readonly code: string;
}

/** In parts; `edit` finds them, or nothing where the module was written anew. */
export interface Amendment extends Place {
  edit(program: ESTree.Program, code: string): readonly Edit[];
}

/** Vite's own modules have no file. */
const isOf = (id: string, place: Place): boolean =>
  id.replaceAll('\\', '/').includes(`/node_modules/${place.package}/`) || id.startsWith(`\0${place.package}`);

const isAt = (id: string, place: Place): boolean => isOf(id, place) && id.endsWith(`/${place.module}`);

function versionOf(name: string): string {
  const manifest = findPackageJSON(name, import.meta.url);
  if (!manifest) return 'which is not installed';
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
}

/**
 * Replaces what stands in packages of others. The build fails where something to be replaced is not there, as when a new
 * version of a package is made otherwise: nobody would see it on the page but as bytes or as a fault.
 */
export function replacing(
  name: string,
  replacements: readonly Replacement[],
  amendments: readonly Amendment[],
): Plugin {
  const met = new Set<Place>();
  return {
    name,
    apply: 'build',
    enforce: 'pre',
    load(id) {
      const found = replacements.find(one => isAt(id, one));
      if (found) met.add(found);
      return found?.code;
    },
    transform(code, id) {
      const edits: Edit[] = [];
      for (const one of amendments) {
        if (!isAt(id, one)) continue;
        const own = one.edit(this.parse(code), code);
        if (own.length > 0) met.add(one);
        edits.push(...own);
      }
      return edits.length > 0 ? { code: edited(code, edits), map: null } : null;
    },
    buildEnd(failure) {
      // What developers look at has other modules, and no customer loads it.
      if (failure || !this.environment.config.isProduction) return;
      const ids = [...this.getModuleIds()];
      const missed = [...replacements, ...amendments].find(one => !met.has(one) && ids.some(id => isOf(id, one)));
      if (!missed) return;
      const { package: of, module } = missed;
      this.error(
        `${of} ${versionOf(of)} has nothing to replace in ${module}: see what it does there now, and mend ${name}.`,
      );
    },
  };
}

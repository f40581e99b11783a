import type { ESTree } from 'vite';
import { visit } from './vite.edits.ts';
import type { Amendment, Place } from './vite.replace.ts';

/** The body of a function of this name, and all of it. */
function functionOf(node: ESTree.Node, name: string): { whole: ESTree.Node; body: ESTree.Node } | null {
  if (node.type === 'FunctionDeclaration')
    return node.id?.name === name && node.body ? { whole: node, body: node.body } : null;
  if (node.type !== 'MethodDefinition' || node.key.type !== 'Identifier' || node.key.name !== name) return null;
  return node.value.body ? { whole: node, body: node.value.body } : null;
}

/**
 * What functions and methods of a module do instead, by their names; `null`: nobody calls it, and it is left out. Each of them has to be
 * there.
 */
export const doing = (place: Place, bodies: Readonly<Record<string, string | null>>): Amendment[] =>
  Object.entries(bodies).map(([name, text]) => ({
    ...place,
    edit(program) {
      const edits: { start: number; end: number; text: string }[] = [];
      visit(program, node => {
        const found = functionOf(node, name);
        if (found) edits.push(text === null ? { ...spanOf(found.whole), text: '' } : { ...spanOf(found.body), text });
      });
      return edits;
    },
  }));

const spanOf = ({ start, end }: ESTree.Node) => ({ start, end });

import { useOwnSentences } from '../sentences/use-own-sentences.ts';

/** Has customers read what a page names: the address of a JSON file, or a global of its own, which may hold functions too. */
export async function useSiteSentences(name: string): Promise<void> {
  useOwnSentences(/[./]/.test(name) ? await (await fetch(name)).json() : Reflect.get(window, name));
}

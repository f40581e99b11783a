const unkept = new Set<object>();
const ask = (event: Event) => event.preventDefault();

/**
 * Has the browser ask before the page is left, while `owner` holds what would be lost. Listened for only then: a page that
 * listens always is not kept by browsers for the way back.
 */
export function warnOnLeaving(owner: object, isUnkept: boolean): void {
  if (isUnkept) unkept.add(owner);
  else unkept.delete(owner);
  const { addEventListener: add, removeEventListener: remove }: Partial<typeof globalThis> = globalThis;
  (unkept.size > 0 ? add : remove)?.call(globalThis, 'beforeunload', ask);
}

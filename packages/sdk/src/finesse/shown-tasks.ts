/** Reads what Finesse shows of an agent's Task Routing. */
export interface ShownTasks {
  /** From a `<Media>`; undefined where it does not say. */
  routable(xml: string): string | undefined;
  /** From the `<Dialogs>` of an agent, in Finesse's spelling; undefined where there is no such task. */
  state(xml: string, dialogId: string): string | undefined;
}

/** Reads with the browser's own parser. */
export const shownTasks: ShownTasks = {
  routable: xml => field(parse(xml), 'routable'),
  state(xml, dialogId) {
    const dialogs = [...(parse(xml)?.children ?? [])];
    return field(
      dialogs.find(dialog => field(dialog, 'id') === dialogId),
      'state',
    );
  },
};

const parse = (xml: string) => new DOMParser().parseFromString(xml, 'application/xml').documentElement;

const field = (parent: Element | undefined, name: string): string | undefined =>
  [...(parent?.children ?? [])].find(({ localName }) => localName === name)?.textContent?.trim();

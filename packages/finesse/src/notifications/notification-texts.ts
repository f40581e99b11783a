/** An element of a stanza, as any XMPP library shows it. */
export interface StanzaElement {
  readonly name: string;
  readonly attrs: Readonly<Record<string, string | undefined>>;
  getChildElements(): readonly StanzaElement[];
  text(): string;
}

/**
 * The texts of the notifications in a message: of every item, by local names, for the namespace of `<notification>` varies
 * between releases. A message that is no event of pubsub has none.
 */
export function notificationTexts(message: StanzaElement): readonly string[] {
  const lists = message
    .getChildElements()
    .filter(child => localName(child) === 'event')
    .flatMap(event => event.getChildElements().filter(child => localName(child) === 'items'));
  return lists.flatMap(items =>
    items.getChildElements().flatMap(item => {
      const notification = item.getChildElements().find(child => localName(child) === 'notification');
      return notification ? [notification.text()] : [];
    }),
  );
}

function localName({ name }: StanzaElement): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}

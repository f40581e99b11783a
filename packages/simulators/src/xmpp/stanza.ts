import { type XmlElement, xml } from '../xml/xml-element.ts';

export const namespaces = {
  client: 'jabber:client',
  framing: 'urn:ietf:params:xml:ns:xmpp-framing',
  sasl: 'urn:ietf:params:xml:ns:xmpp-sasl',
  bind: 'urn:ietf:params:xml:ns:xmpp-bind',
  session: 'urn:ietf:params:xml:ns:xmpp-session',
  stanzas: 'urn:ietf:params:xml:ns:xmpp-stanzas',
  streams: 'urn:ietf:params:xml:ns:xmpp-streams',
  pubsub: 'http://jabber.org/protocol/pubsub',
  event: 'http://jabber.org/protocol/pubsub#event',
} as const;

/** What is sent back to an `<iq>`. */
export function result(iq: XmlElement, from: string, to: string, content: readonly XmlElement[] = []): XmlElement {
  const { id = '' } = iq.attributes;
  return xml('iq', content, { xmlns: namespaces.client, type: 'result', id, from, to });
}

/** Why an `<iq>` is not done; the condition is one of RFC 6120. */
export function stanzaError(
  iq: XmlElement,
  from: string,
  to: string,
  type: 'cancel' | 'auth' | 'modify',
  condition: string,
): XmlElement {
  const { id = '' } = iq.attributes;
  const error = xml('error', [xml(condition, '', { xmlns: namespaces.stanzas })], { type });
  return xml('iq', [error], { xmlns: namespaces.client, type: 'error', id, from, to });
}

/** What ends a stream, such as `conflict`. */
export function streamError(condition: string): XmlElement {
  return xml('stream:error', [xml(condition, '', { xmlns: namespaces.streams })], {
    'xmlns:stream': 'http://etherx.jabber.org/streams',
  });
}

/** A notification as the service sends it: the update is text inside. */
export function eventMessage(
  node: string,
  text: string,
  ids: { readonly from: string; readonly to: string; readonly id: string },
) {
  const notification = xml('notification', text, { xmlns: 'urn:xmpp:push:0' });
  const items = xml('items', [xml('item', [notification], { id: ids.id })], { node });
  return xml('message', [xml('event', [items], { xmlns: namespaces.event })], { xmlns: namespaces.client, ...ids });
}

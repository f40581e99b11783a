import { writeXml } from '../xml/write-xml.ts';
import { type XmlElement, xml } from '../xml/xml-element.ts';

/** One notification: to whom, and what is said. */
export interface Notification {
  /** The pubsub node, such as `/finesse/api/Team/1/Users`. */
  readonly node: string;
  /** What it is about; the user's own path for a team's node. */
  readonly source: string;
  /** Errors say `put` in lower case. */
  readonly event: 'PUT' | 'POST' | 'DELETE' | 'put';
  readonly requestId?: string;
  readonly data: XmlElement;
  /** The Finesse node it happened at; none when both say it. */
  readonly at?: 'A' | 'B';
  /** Said by this Finesse node only: it is about the node itself. */
  readonly only?: 'A' | 'B';
}

/** The text of a notification, in the order that was recorded of a Finesse 12.5. */
export function notificationText({ data, event, requestId = '', source }: Notification): string {
  const isError = data.name === 'apiErrors';
  const kind = xml('event', event);
  const about = [xml('requestId', requestId), xml('source', source)];
  return writeXml(xml('Update', [xml('data', [data]), ...(isError ? [...about, kind] : [kind, ...about])]));
}

/** The `apiErrors` of a notification. */
export function asyncError(refusal: {
  readonly type: string;
  readonly message: string;
  readonly data: string;
  readonly media?: string;
  readonly peripheral?: { readonly code: string; readonly message: string; readonly text: string };
}): XmlElement {
  const { peripheral } = refusal;
  return xml('apiErrors', [
    xml('apiError', [
      peripheral && xml('peripheralErrorCode', peripheral.code),
      xml('errorType', refusal.type),
      xml('errorMessage', refusal.message),
      peripheral && xml('peripheralErrorText', peripheral.text),
      peripheral && xml('peripheralErrorMsg', peripheral.message),
      xml('errorData', refusal.data),
      refusal.media === undefined ? undefined : xml('errorMedia', refusal.media),
    ]),
  ]);
}

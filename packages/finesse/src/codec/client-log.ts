import { type XmlElement, xmlElement } from '../xml/xml-element.ts';

/** What to write to leave lines in the client log of an agent's desktop. */
export function writeClientLog(lines: string): XmlElement {
  return xmlElement('ClientLog', [xmlElement('logData', lines)]);
}

import type { ScenarioReason } from '../scenario/scenario.ts';
import { type XmlElement, xml } from '../xml/xml-element.ts';

export function reasonXml({ id, category, code, label, systemCode, teams }: ScenarioReason): XmlElement {
  return xml('ReasonCode', [
    xml('uri', `/finesse/api/ReasonCode/${id}`),
    xml('category', category),
    xml('code', code),
    xml('label', label),
    xml('forAll', teams === undefined),
    xml('systemCode', systemCode),
    xml('id', id),
  ]);
}

export function reasonsXml(category: string, reasons: readonly ScenarioReason[]): XmlElement {
  return xml('ReasonCodes', reasons.map(reasonXml), { category });
}

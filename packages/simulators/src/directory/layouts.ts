import { writeXml } from '../xml/write-xml.ts';
import { xml } from '../xml/xml-element.ts';

/** The desktop's layouts: everybody's, and those of teams that have their own. */
export class Layouts {
  everybodys: string;
  readonly teams = new Map<string, string>();

  /** @param gadget the address of the XML of the gadget that all agents have */
  constructor(gadget?: string) {
    const page = gadget === undefined ? xml('page') : xml('page', [xml('gadget', gadget)]);
    this.everybodys = writeXml(
      xml('finesseLayout', [xml('layout', [xml('role', 'Agent'), page])], {
        xmlns: 'http://www.cisco.com/vtg/finesse',
      }),
    );
  }
}

import type { WorkRooms } from '../work/work-port.ts';
import type { CiscoDirectory } from './directory/cisco-directory.ts';
import type { ShownDomains } from './domains/shown-domain.ts';
import type { VoicePort } from './voice/voice-port.ts';

/** What others may know of the systems at Cisco's side, and ask of them. */
export interface CiscoPort {
  readonly voice: VoicePort;
  /** The agents' media routing domains of CCE; undefined where nobody looks at them. */
  readonly domains: ShownDomains | undefined;
  /** What comes from Cisco; undefined where nothing does. */
  readonly directory: CiscoDirectory | undefined;
}

/** The rooms at and below this one. */
export interface CiscoRooms extends WorkRooms {
  readonly cisco: CiscoPort;
}

import type { LookupFunction } from 'node:net';
import { createHttp } from '@eyeline/finesse';
import type { FinesseConfig } from '../../settings/cisco/finesse-config.ts';
import { networkOf, passwordsOf } from '../external-tasks/open-task-routing.ts';
import { OutsideAgents } from '../external-tasks/outside-agents.ts';
import { OwnDesks } from '../external-tasks/own-desks.ts';
import type { AttachedDesks } from '../voice/attached-desks.ts';
import { CceDomains } from './cce-domains.ts';
import type { KeptRoutable } from './kept-routable.ts';

interface CceDomainsOptions {
  readonly config: FinesseConfig;
  /** Whom we made not routable. */
  readonly kept: KeptRoutable;
  /** The desks in Cisco's desktop, now. */
  readonly attached: () => AttachedDesks | undefined;
  readonly lookup?: LookupFunction | undefined;
}

/** The agents' domains of CCE, by configuration; undefined where nobody wants them looked at. */
export function openCceDomains({ config, kept, attached, lookup }: CceDomainsOptions): CceDomains | undefined {
  if (!config.media) return undefined;
  const network = networkOf(config, lookup);
  const http = createHttp(network);
  return new CceDomains({
    config: config.media,
    agents: new OutsideAgents(config),
    desks: new OwnDesks({ origins: config.nodes, attached, passwords: passwordsOf(config), http, network }),
    kept,
    close: () => http.close(),
  });
}

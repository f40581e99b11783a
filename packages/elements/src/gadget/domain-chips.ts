import type { AgentStatus, Domain, DomainState } from '@eyeline/protocol';
import { css, html, nothing, type TemplateResult } from 'lit';
import type { AgentWords } from './agent-words.ts';
import { domainNames, domainStates, domainsOf } from './domain-words.ts';
import { stateSign } from './state-sign.ts';

const tones: Readonly<Record<DomainState, AgentWords['tone']>> = {
  ready: 'ready',
  active: 'ready',
  reserved: 'offered',
  busy: 'busy',
  'pending-not-ready': 'busy',
  interrupted: 'away',
  'not-ready': 'away',
};

/** How the agent stands in each kind of work, and how full it is: `Chat 1/3`. Needs the styles `stateSigns`. */
export const domainChips = (agent: AgentStatus): TemplateResult => html`
  <ul class="domains" aria-label="Your state by kind of work">
    ${domainsOf(agent).map(domain => chip(agent, domain))}
  </ul>
`;

function chip({ domains, capacity }: AgentStatus, domain: Domain): TemplateResult | typeof nothing {
  const state = domains[domain];
  if (!state) return nothing;
  const { used, of } = capacity[domain] ?? { used: 0, of: 1 };
  const words = domainStates[state];
  return html`<li class=${state} data-domain=${domain} title="${domainNames[domain]}: ${words}, ${used} of ${of}">
    ${stateSign(tones[state])}${domainNames[domain]}${of > 1 || used > 0 ? html` <b>${used}/${of}</b>` : nothing}<span
      class="heard">, ${words}</span
    >
  </li>`;
}

export const domainChipStyles = css`
  .domains {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
  }

  .domains li {
    display: flex;
    position: relative;
    gap: 4px;
    align-items: center;
    min-height: 24px;
    padding: 0 8px 0 4px;
    border: 1px solid var(--_line);
    border-radius: 12px;
    white-space: nowrap;
  }

  .domains .state-sign {
    width: 16px;
    height: 16px;
  }

  .domains .not-ready,
  .domains .interrupted {
    border-style: dashed;
    color: var(--_muted);
  }

  .domains b {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
`;

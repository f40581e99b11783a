import { css } from 'lit';

export const messageListStyles = css`
  :host {
    position: relative;
    display: flex;
    min-height: 0;
    flex: 1 1 0;
    overflow: clip;
  }

  /* What is only heard scrolls with what is around it: else it would make the panel longer. */
  .scroller {
    position: relative;
    flex: 1;
    min-width: 0;
    overflow: hidden auto;
    overflow-anchor: none;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    scrollbar-color: var(--_control-line) transparent;
  }

  .scroller:focus-visible {
    outline-offset: -2px;
  }

  .content,
  .stretch {
    display: flex;
    flex-direction: column;
    gap: 16px;
    padding-inline: 16px;
  }

  .content {
    justify-content: flex-end;
    min-height: 100%;
    padding-block: 16px;
  }

  /* As wide as all: what stands out of a bubble is not cut off. */
  .stretch {
    margin-inline: -16px;
    contain-intrinsic-size: auto 1500px;
  }

  .far {
    content-visibility: auto;
  }

  .day,
  .milestone {
    align-self: center;
    max-width: 100%;
    color: var(--_muted);
    font-size: var(--_size-small);
    line-height: 16px;
    text-align: center;
    text-wrap: balance;
  }

  .day {
    display: flex;
    align-self: stretch;
    align-items: center;
    gap: 12px;
    font-weight: 600;
  }

  .day::before,
  .day::after {
    flex: 1;
    height: 1px;
    background: var(--_line);
    content: '';
  }

  .group {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    gap: 2px;
    max-width: min(84%, 560px);
  }

  .group.own {
    align-self: flex-end;
    align-items: flex-end;
  }

  .by,
  .state {
    display: flex;
    gap: 8px;
    align-items: center;
    padding: 0 4px 2px;
    color: var(--_muted);
    font-size: var(--_size-small);
    line-height: 16px;
  }

  .name {
    color: var(--_text);
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .by time {
    white-space: nowrap;
  }

  .state {
    gap: 4px;
    padding: 2px 4px 0;
  }

  .state .icon {
    width: 16px;
    height: 16px;
  }

  .bubble {
    position: relative;
    max-width: 100%;
    padding: 8px 12px;
    border-radius: 12px;
    background: var(--_raised);
    overflow-wrap: anywhere;
  }

  .arriving,
  .pending {
    animation: arrive var(--_calm) var(--_arriving);
  }

  .state[data-masked] {
    flex-wrap: wrap;
  }

  .own [data-masked] {
    text-align: end;
  }

  .bubble span {
    white-space: pre-wrap;
  }

  .bubble > time {
    position: absolute;
    z-index: 1;
    bottom: calc(100% - 2px);
    left: 0;
    padding: 2px 8px;
    border: 1px solid var(--_line);
    border-radius: 6px;
    background: var(--_surface);
    color: var(--_muted);
    font-size: var(--_size-small);
    line-height: 16px;
    white-space: nowrap;
    pointer-events: none;
    user-select: none;
    opacity: 0;
  }

  /* The side of the list, whichever way the text of the message goes. */
  .own .bubble > time,
  :host([dir='rtl']) .theirs .bubble > time {
    right: 0;
    left: auto;
  }

  :host([dir='rtl']) .own .bubble > time {
    right: auto;
    left: 0;
  }

  .bubble:focus-visible > time {
    opacity: 1;
  }

  /* Who only passes over messages is not followed by their times. */
  .bubble:hover > time {
    opacity: 1;
    transition: opacity var(--_quick) 400ms;
  }

  .theirs .bubble:last-of-type {
    border-bottom-left-radius: 4px;
  }

  .own .bubble {
    background: var(--_accent-fill);
    color: var(--_on-accent);
  }

  .own .bubble:last-of-type {
    border-bottom-right-radius: 4px;
  }

  /* A bubble has the direction of its text, so its corner is told by that of the list. */
  :host([dir="rtl"]) .theirs .bubble:last-of-type {
    border-radius: 12px;
    border-bottom-right-radius: 4px;
  }

  :host([dir="rtl"]) .own .bubble:last-of-type {
    border-radius: 12px;
    border-bottom-left-radius: 4px;
  }

  .group .bubble.made {
    background: var(--_raised);
    color: var(--_text);
  }

  eyeline-message-content:not(:defined) {
    white-space: pre-wrap;
  }

  .own .bubble.pending {
    background: var(--_accent-tint);
    color: var(--_text);
  }

  .own .bubble.failed {
    border: 1px solid var(--_danger);
    background: var(--_danger-surface);
    color: var(--_text);
  }

  .bubble a {
    color: inherit;
    text-underline-offset: 2px;
  }

  /* Where a link leads, if its text does not say so: shown, and not part of what is copied. */
  .bubble a[data-host]::after {
    content: ' (' attr(data-host) ')';
  }

  .bubble code {
    padding: 1px 4px;
    border-radius: 4px;
    background: color-mix(in srgb, currentColor 12%, transparent);
    font-family: ui-monospace, monospace;
  }

  .theirs .bubble a {
    color: var(--_accent-text);
  }

  .own .bubble a:focus-visible {
    outline-color: currentColor;
  }

  .refusal {
    color: var(--_danger);
    text-align: end;
  }

  .refusal p {
    display: flex;
    gap: 4px;
    padding: 4px;
  }

  .refusal > div {
    display: flex;
    justify-content: flex-end;
  }

  .refusal .button {
    padding: 8px;
  }

  .typing {
    display: flex;
    gap: 8px;
    align-items: center;
    padding: 0 4px;
    color: var(--_muted);
    font-size: var(--_size-small);
    animation: arrive var(--_calm) var(--_arriving);
  }

  .dots {
    display: flex;
    gap: 4px;
  }

  .dots i {
    width: 6px;
    height: 6px;
    border-radius: 50%;
    background: currentColor;
    opacity: 0.35;
    animation: breathe 1.2s ease-in-out infinite;
  }

  .dots i:nth-child(2) {
    animation-delay: 0.15s;
  }

  .dots i:nth-child(3) {
    animation-delay: 0.3s;
  }

  .news {
    position: absolute;
    bottom: 12px;
    left: 50%;
    padding-block: 0;
    padding-inline: 12px 16px;
    border-radius: 999px;
    box-shadow: var(--_shadow-card);
    transform: translateX(-50%);
  }

  .skeleton {
    display: grid;
    gap: 12px;
  }

  .skeleton i {
    width: 56%;
    height: 36px;
    border-radius: 12px;
    background: var(--_raised);
    opacity: 0.55;
    animation: breathe 1.6s ease-in-out infinite;
  }

  .skeleton i:nth-child(2) {
    width: 72%;
  }

  .skeleton .own {
    justify-self: end;
    width: 48%;
  }

  @keyframes arrive {
    from {
      opacity: 0;
      transform: translateY(4px);
    }
  }

  @keyframes breathe {
    50% {
      opacity: 0.9;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .arriving,
    .pending,
    .typing,
    .dots i,
    .skeleton i {
      animation: none;
    }
  }

  @media (forced-colors: active) {
    .bubble {
      border: 1px solid CanvasText;
    }

    /* Else the browser lays a plate of its own under the text. */
    .own .bubble {
      forced-color-adjust: none;
    }
  }
`;

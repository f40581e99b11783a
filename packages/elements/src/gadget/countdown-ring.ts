import { css, html, type TemplateResult } from 'lit';
import { deskOffer } from '../sentences/desk-offer.ts';

/** What is left of a span, as a ring that empties and as whole seconds. Drawn anew each second; it does not blink. */
export function countdownRing(leftMs: number, wholeMs: number): TemplateResult {
  const seconds = Math.ceil(leftMs / 1000);
  // The ring arrives where it is drawn to after a second, so it is drawn a second ahead.
  const part = wholeMs > 0 ? Math.min(1, Math.max(0, leftMs - 1000) / wholeMs) : 0;
  return html`
    <div class="countdown" role="timer" aria-label=${deskOffer.secondsLeft}>
      <svg viewBox="0 0 48 48" aria-hidden="true">
        <circle cx="24" cy="24" r="21"></circle>
        <circle class="left" cx="24" cy="24" r="21" pathLength="100" stroke-dasharray="100" stroke-dashoffset=${100 - part * 100}></circle>
      </svg>
      <span>${seconds}</span>
    </div>
  `;
}

export const countdownRings = css`
  .countdown {
    display: grid;
    flex: none;
    place-items: center;
    width: 48px;
    height: 48px;
  }

  .countdown > * {
    grid-area: 1 / 1;
  }

  .countdown svg {
    width: 100%;
    transform: rotate(-90deg);
    fill: none;
    stroke: var(--_line);
    stroke-width: 4;
  }

  .countdown .left {
    stroke: var(--_accent-fill);
    transition: stroke-dashoffset 1s linear;
  }

  .countdown span {
    font-size: var(--_size-lead);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }

  @media (prefers-reduced-motion: reduce) {
    .countdown .left {
      transition: none;
    }
  }

  @media (forced-colors: active) {
    .countdown svg {
      stroke: Canvas;
    }

    .countdown .left {
      stroke: CanvasText;
    }
  }
`;

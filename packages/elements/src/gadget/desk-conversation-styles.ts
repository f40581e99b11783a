import { css } from 'lit';

export const deskConversationStyles = css`
  .to-chat {
    position: relative;
    display: none;
  }

  .body {
    position: relative;
  }

  /* Behind another conversation only its call is left. */
  :host([aside]) article > :not(.body),
  :host([aside]) .body > :not(eyeline-call-view) {
    display: none;
  }

  :host([aside]) eyeline-call-view[layout='corner'] {
    inset: 0;
    width: auto;
    aspect-ratio: auto;
    border-radius: inherit;
    box-shadow: none;
  }

  .chat {
    display: flex;
    flex-direction: column;
    height: 100%;
    min-width: 0;
    min-height: 0;
  }

  .notice {
    display: flex;
    gap: 8px;
    padding: 8px 16px;
    background: var(--_warning-surface);
    color: var(--_warning);
  }

  .notice.failed {
    background: var(--_danger-surface);
    color: var(--_danger);
  }

  /* The call lies over the chat, or small in its upper corner: the last message and the field stay free. */
  eyeline-call-view {
    position: absolute;
    z-index: 1;
    inset: 0;
  }

  eyeline-call-view[layout='corner'] {
    inset: auto;
    inset-block-start: 8px;
    inset-inline-end: 8px;
    width: clamp(132px, 40%, 220px);
    aspect-ratio: 4 / 3;
    border-radius: var(--_radius-card);
    box-shadow: var(--_shadow-panel);
  }

  header .more {
    min-width: var(--_target);
    padding: 4px;
  }

  /* The question has its room where there is little. */
  .ending .form {
    display: none;
  }

  .asked {
    position: relative;
  }

  .asking .asked {
    background: var(--_accent-tint);
  }

  @container (width < 480px) {
    .words {
      display: none;
    }

    header {
      gap: 4px;
    }

    header .button {
      min-width: var(--_target);
      padding: 4px;
    }
  }

  @container (width < 640px) {
    .asking .chat,
    .asking .start-video {
      display: none;
    }

    .asking .to-chat {
      display: inline-flex;
    }

    eyeline-consult-panel {
      height: 100%;
    }

    .calling:has([layout='stage']) .to-chat {
      display: inline-flex;
    }
  }

  @container (width >= 640px) {
    .asking .body {
      display: grid;
      grid-template-rows: minmax(0, 1fr);
      grid-template-columns: minmax(0, 1fr) clamp(280px, 42%, 400px);
    }

    eyeline-consult-panel {
      border-inline-start: 1px solid var(--_line);
    }

    /* Three beside each other are too many: the call and the colleague, and the chat when the colleague is closed. */
    .calling.asking .body:has([layout='stage']) .chat {
      display: none;
    }

    .calling.asking:has([layout='stage']) .to-chat {
      display: inline-flex;
    }

    .asking eyeline-call-view[layout='corner'] {
      inset-inline: 8px auto;
    }

    .calling .body:has([layout='stage']) {
      display: grid;
      grid-template-columns: minmax(0, 1fr) clamp(280px, 38%, 360px);
    }

    .calling [layout='stage'] {
      position: relative;
    }

    .calling .body:has([layout='stage']) .chat {
      border-inline-start: 1px solid var(--_line);
    }
  }

  @media (forced-colors: active) {
    .notice {
      border: 1px solid CanvasText;
    }
  }
`;

import { css, html, type ReactiveController, type ReactiveControllerHost, render, type TemplateResult } from 'lit';

/** A window of the browser's own that stays above all others. TypeScript does not know it yet. */
interface DocumentPictureInPicture {
  requestWindow(options: { width: number; height: number }): Promise<Window>;
}

const documentPip = (): DocumentPictureInPicture | undefined => Reflect.get(window, 'documentPictureInPicture');

/** Whether this browser can, in one way or the other. In a frame only the video by itself can be taken out. */
export const canPictureInPicture = (): boolean =>
  (documentPip() !== undefined && window === window.top) || document.pictureInPictureEnabled === true;

const styles = css`
  * { box-sizing: border-box; margin: 0; }
  body { display: grid; grid-template-rows: minmax(0, 1fr) auto; height: 100vh; background: #101216; color: #fff; font: 14px/20px system-ui, sans-serif; }
  .picture { position: relative; display: grid; place-items: center; min-height: 0; }
  video { position: absolute; inset: 0; width: 100%; height: 100%; object-fit: cover; }
  .face { display: grid; gap: 4px; padding: 8px; text-align: center; }
  .face b { font-size: 16px; }
  footer { display: flex; gap: 12px; justify-content: center; padding: 8px; }
  button { display: grid; place-items: center; width: 44px; height: 44px; padding: 0; border: 0; border-radius: 50%; background: #3a3f49; color: #fff; cursor: pointer; }
  button[aria-pressed='false'] { background: #fff; color: #15181e; }
  button.hold.on { background: #fff; color: #15181e; }
  button.danger { background: #c8271b; }
  button:focus-visible { outline: 2px solid #fff; outline-offset: 2px; }
  svg { width: 20px; height: 20px; fill: none; stroke: currentColor; stroke-width: 1.6; stroke-linecap: round; stroke-linejoin: round; }
`;

export interface CallPipProps {
  readonly title: string;
  readonly lang: string;
  /** Null where there is no picture to be seen: then `face` is. */
  readonly stream: MediaStream | null;
  readonly label: string;
  readonly face: TemplateResult;
  readonly buttons: TemplateResult;
}

/** Takes the picture of a call out of the page, with what is pressed most: in a window of its own, or else the video alone. */
export class CallPip implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #props: () => CallPipProps | null;
  #window: Window | null = null;

  /** `props`: null while there is no call, which closes it. */
  constructor(host: ReactiveControllerHost, props: () => CallPipProps | null) {
    this.#host = host;
    this.#props = props;
    host.addController(this);
  }

  /** `video`: what is taken out where there are no such windows. To be called from a press. */
  async toggle(video: HTMLVideoElement | null): Promise<void> {
    if (this.#window) return this.close();
    const pip = window === window.top ? documentPip() : undefined;
    try {
      if (pip) await this.#open(pip);
      else if (document.pictureInPictureElement) await document.exitPictureInPicture();
      else await video?.requestPictureInPicture();
    } catch {
      // The browser does not give it now, and the picture stays where it is.
    }
  }

  close(): void {
    this.#window?.close();
    this.#window = null;
  }

  hostUpdated(): void {
    const props = this.#props();
    if (!props) this.close();
    else if (this.#window) this.#draw(this.#window, props);
  }

  hostDisconnected(): void {
    this.close();
  }

  async #open(pip: DocumentPictureInPicture): Promise<void> {
    const opened = await pip.requestWindow({ width: 360, height: 320 });
    this.#window = opened;
    // Sheets of the page do not work in another document.
    const Sheet = Reflect.get(opened, 'CSSStyleSheet') as typeof CSSStyleSheet;
    const sheet = new Sheet();
    sheet.replaceSync(styles.cssText);
    opened.document.adoptedStyleSheets = [sheet];
    opened.addEventListener('pagehide', () => {
      this.#window = null;
    });
    this.#host.requestUpdate();
  }

  #draw({ document: page }: Window, { title, lang, stream, label, face, buttons }: CallPipProps): void {
    page.title = title;
    page.documentElement.lang = lang;
    render(
      html`
        <div class="picture">
          ${stream ? html`<video autoplay playsinline .muted=${true} aria-label=${label} .srcObject=${stream}></video>` : face}
        </div>
        <footer>${buttons}</footer>
      `,
      page.body,
    );
  }
}

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { keepPlace, keptPlace, type Place, withinBounds } from './place.ts';

/** From the edges of the window, in px. */
const margin = 8;
/** How far an arrow key moves it, in px. */
const step = 40;

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-step, 0],
  ArrowRight: [step, 0],
  ArrowUp: [0, -step],
  ArrowDown: [0, step],
};

/**
 * Lets a person move and widen the box around a call, by pointer and by keys, never off the screen. It tells the box's
 * styles by custom properties, which those of a phone do not read, and gives the box back as it was when the call is over.
 */
export class CallPlace implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #frameOf: () => HTMLElement | null;
  readonly #sizes = new ResizeObserver(() => this.#apply());
  readonly #onResize = () => this.#apply();
  #frame: HTMLElement | null = null;
  #place: Place = keptPlace();

  constructor(host: ReactiveControllerHost, frameOf: () => HTMLElement | null) {
    this.#host = host;
    this.#frameOf = frameOf;
    host.addController(this);
  }

  get isWide(): boolean {
    return this.#place.isWide;
  }

  hostConnected(): void {
    window.addEventListener('resize', this.#onResize);
  }

  hostUpdated(): void {
    const frame = this.#frameOf();
    if (frame === this.#frame) return;
    this.#release();
    this.#frame = frame;
    if (frame) this.#sizes.observe(frame);
  }

  hostDisconnected(): void {
    window.removeEventListener('resize', this.#onResize);
    this.#release();
  }

  readonly widen = (): void => {
    this.#take({ ...this.#place, isWide: !this.isWide });
    this.#host.requestUpdate();
  };

  readonly moveByKey = (event: KeyboardEvent): void => {
    const arrow = arrows[event.key];
    if (arrow) this.#move(this.#place.x + arrow[0], this.#place.y + arrow[1]);
    else if (event.key === 'Home') this.#move(0, 0);
    else return;
    event.preventDefault();
  };

  readonly grab = (event: PointerEvent): void => {
    const { currentTarget: handle, pointerId, clientX, clientY, button } = event;
    if (!(handle instanceof HTMLElement) || button !== 0 || !this.#frame) return;
    const { x, y } = this.#place;
    const drag = (move: PointerEvent) => this.#move(x + move.clientX - clientX, y + move.clientY - clientY);
    const drop = () => {
      handle.removeEventListener('pointermove', drag);
      handle.removeEventListener('lostpointercapture', drop);
    };
    handle.setPointerCapture(pointerId);
    handle.addEventListener('pointermove', drag);
    handle.addEventListener('lostpointercapture', drop);
  };

  #move(x: number, y: number): void {
    this.#take({ ...this.#place, x, y });
  }

  #take(place: Place): void {
    this.#place = place;
    this.#apply();
    keepPlace(this.#place);
  }

  #apply(): void {
    const frame = this.#frame;
    if (!frame) return;
    frame.style.setProperty('--_width', this.isWide ? 'min(1040px, 100vw - 40px)' : '');
    frame.style.setProperty('--_height', this.isWide ? '720px' : '');
    this.#show(frame);
    const shown = frame.getBoundingClientRect();
    this.#place = {
      ...this.#place,
      ...withinBounds(this.#place, shown, { width: innerWidth, height: innerHeight }, margin),
    };
    this.#show(frame);
  }

  #show(frame: HTMLElement): void {
    frame.style.setProperty('--_x', `${this.#place.x}px`);
    frame.style.setProperty('--_y', `${this.#place.y}px`);
  }

  #release(): void {
    this.#sizes.disconnect();
    for (const name of ['--_width', '--_height', '--_x', '--_y']) this.#frame?.style.removeProperty(name);
    this.#frame = null;
  }
}

import { devicesMachine } from '@eyeline/machines';
import { captureAs } from './capture.ts';
import { hardware } from './hardware.ts';

/** Where the server has the files of the effects; it is asked for none before one is switched on. */
const effectsFolder = (url: string | undefined): string => new URL('/eyeline/effects/', url ?? location.href).href;

/** Camera, microphone and screen of this browser. `name` is written in the test picture; `url` is where the server is. */
export const devicesOver = (name: string, url?: string): typeof devicesMachine =>
  devicesMachine.provide({ actors: { capture: captureAs(name, () => effectsFolder(url)), hardware } });

import { devicesMachine } from '@eyeline/machines';
import { captureAs } from './capture.ts';
import { hardware } from './hardware.ts';

/** Camera, microphone and screen of this browser. `name` is written in the test picture. */
export const devicesOver = (name: string): typeof devicesMachine =>
  devicesMachine.provide({ actors: { capture: captureAs(name), hardware } });

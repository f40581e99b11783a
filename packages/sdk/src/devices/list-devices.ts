import type { DeviceChoice, DeviceChoices } from '@eyeline/machines';

export interface ListedDevices {
  readonly choices: DeviceChoices;
  /** This has a camera that looks at the person and one that looks away, as telephones do. */
  readonly canFlip: boolean;
}

/** Before there is permission devices have neither ids nor names: nothing to choose from. */
const choicesOf = (devices: readonly MediaDeviceInfo[], kind: MediaDeviceKind): DeviceChoice[] =>
  devices
    .filter(device => device.kind === kind && device.deviceId !== '')
    .map(({ deviceId, label }) => ({ deviceId, label }));

function facingsOf(device: MediaDeviceInfo): readonly string[] {
  const { getCapabilities }: Partial<InputDeviceInfo> = device as InputDeviceInfo;
  const told = getCapabilities?.call(device).facingMode ?? [];
  if (told.length > 0) return told;
  // Safari and Firefox tell it in the name alone.
  return [
    ...(/front|user/i.test(device.label) ? ['user'] : []),
    ...(/back|rear|environment/i.test(device.label) ? ['environment'] : []),
  ];
}

export async function listDevices(devices: Partial<MediaDevices> | undefined): Promise<ListedDevices> {
  const listed = (await devices?.enumerateDevices?.().catch(() => [])) ?? [];
  const facings = new Set(listed.filter(({ kind }) => kind === 'videoinput').flatMap(facingsOf));
  return {
    choices: {
      camera: choicesOf(listed, 'videoinput'),
      microphone: choicesOf(listed, 'audioinput'),
      speaker: choicesOf(listed, 'audiooutput'),
    },
    canFlip: facings.has('user') && facings.has('environment'),
  };
}

import { type DevicesContext, type Doctor, deviceFault } from '@eyeline/machines';
import { type Check, checkOf } from '@eyeline/protocol';

const tried = ['camera', 'microphone'] as const;

/** What is known of the devices that are tried at the moment. */
const deviceChecks = ({ wanted, open, failures }: DevicesContext): readonly Check[] =>
  tried.flatMap(device => {
    if (!wanted.includes(device)) return [];
    const failure = failures[device];
    if (failure) return [{ ...checkOf(device, 'failed'), code: deviceFault(device, failure.code) }];
    return [checkOf(device, open[device] ? 'success' : 'running')];
  });

/** A doctor of the network, beside devices that are open already: they are not opened once more. */
export const withDevices = (network: Doctor, devices: () => DevicesContext): Doctor => ({
  examine(onProgress) {
    const { findings, stop } = network.examine(checks => onProgress([...deviceChecks(devices()), ...checks]));
    const all = findings.then(found => ({ ...found, checks: [...deviceChecks(devices()), ...found.checks] }));
    return { findings: all, stop };
  },
});

import type { HardwareReport } from '@eyeline/machines';
import type { Source } from '@eyeline/protocol';
import { effectEnded } from './captured.ts';

/** A device may be silent for a moment while the system switches something. */
const muteGraceMs = 400;

/** Tells when an open track gives nothing any more, and why; returns how to stop. */
export function watchTrack(
  source: Source,
  track: MediaStreamTrack,
  report: (heard: HardwareReport) => void,
): () => void {
  const trackId = track.id;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  const onEnded = async () => {
    // Only a page that has lost something loads the reasons.
    const code = await import('./why-lost.ts')
      .then(({ whyLost }) => whyLost(source, track))
      .catch(() => 'ended' as const);
    if (!isOver) report({ type: 'track.lost', trackId, code });
  };
  const onMute = () => {
    clearTimeout(silence);
    silence = setTimeout(() => report({ type: 'track.muted', trackId }), muteGraceMs);
  };
  const onUnmute = () => {
    clearTimeout(silence);
    report({ type: 'track.unmuted', trackId });
  };
  // A screen that does not change, a minimised window for one, is muted and yet shown.
  if (source !== 'screen') {
    track.addEventListener('mute', onMute);
    track.addEventListener('unmute', onUnmute);
    if (track.muted) onMute();
  }
  const onEffectEnded = () => report({ type: 'effect.ended', effect: source === 'microphone' ? 'noise' : 'blur' });
  track.addEventListener(effectEnded, onEffectEnded);
  track.addEventListener('ended', onEnded);
  if (track.readyState === 'ended') void onEnded();
  return () => {
    isOver = true;
    clearTimeout(silence);
    track.removeEventListener('mute', onMute);
    track.removeEventListener('unmute', onUnmute);
    track.removeEventListener('ended', onEnded);
    track.removeEventListener(effectEnded, onEffectEnded);
  };
}

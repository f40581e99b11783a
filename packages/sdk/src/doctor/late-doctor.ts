import type { Doctor, DoctorFindings, Examination } from '@eyeline/machines';
import type { DoctorOptions } from './create-doctor.ts';

/** A doctor whose code comes when it is first needed. */
export const lateDoctor = (options: DoctorOptions): Doctor => ({
  examine(onProgress) {
    let isStopped = false;
    let examination: Examination | null = null;
    const begin = async (): Promise<DoctorFindings> => {
      const { createDoctor } = await import('./create-doctor.ts');
      examination = createDoctor(options).examine(onProgress);
      if (isStopped) examination.stop();
      return await examination.findings;
    };
    const stop = () => {
      isStopped = true;
      examination?.stop();
    };
    return { findings: begin(), stop };
  },
});

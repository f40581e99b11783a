import { defineElement } from '../parts/define-element.ts';
import { DoctorElement } from './doctor-element.ts';

export { DoctorElement } from './doctor-element.ts';

defineElement('eyeline-doctor', DoctorElement);

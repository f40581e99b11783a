import '@eyeline/elements/doctor';
import { createDoctor } from '@eyeline/sdk';

const element = document.querySelector('eyeline-doctor');
if (element) element.doctor = createDoctor();

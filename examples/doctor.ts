import '@eyeline/elements/doctor';
import { createDoctor } from '@eyeline/sdk';

const element = document.querySelector('eyeline-doctor');
// ?limit-ms=60000: on a network or a machine that is slower than a call could stand.
const limitMs = Number(new URLSearchParams(location.search).get('limit-ms')) || undefined;
if (element) element.doctor = createDoctor({ limitMs });

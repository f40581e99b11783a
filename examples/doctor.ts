import '@eyeline/elements/doctor';
import { speakLanguage } from '@eyeline/elements/language';
import { createDoctor } from '@eyeline/sdk';

// English stays where another one does not come.
speakLanguage(navigator.languages).catch(console.error);

const element = document.querySelector('eyeline-doctor');
// ?limit-ms=60000: on a network or a machine that is slower than a call could stand.
const limitMs = Number(new URLSearchParams(location.search).get('limit-ms')) || undefined;
if (element) element.doctor = createDoctor({ limitMs });

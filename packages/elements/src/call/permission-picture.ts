import { html, nothing, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import { permission } from '../sentences/permission.ts';
import type { PermissionPicture } from './permission-steps.ts';

// A browser as a drawing: a bar with an address, and a ring round what is to be pressed. 240 by 88.
const bar = svg`<rect class="window" x="1" y="1" width="238" height="86" rx="8"></rect>
  <path class="line" d="M1 33h238"></path>
  <rect class="field" x="34" y="9" width="170" height="17" rx="8.5"></rect>
  <path class="text" d="M64 17.5h80"></path>`;
const ring = svg`<circle class="ring" cx="47" cy="17.5" r="12"></circle>`;
const lines = svg`<path class="text" d="M20 50h120M20 62h160M20 74h90"></path>`;
const popup = svg`<rect class="popup" x="34" y="38" width="120" height="44" rx="6"></rect>`;
const switches = svg`${popup}<path class="text" d="M46 52h52M46 68h64"></path>
  <rect class="on" x="126" y="47" width="18" height="10" rx="5"></rect><circle class="knob" cx="139" cy="52" r="3.5"></circle>
  <rect class="on" x="126" y="63" width="18" height="10" rx="5"></rect><circle class="knob" cx="139" cy="68" r="3.5"></circle>`;

const drawings: Readonly<Record<PermissionPicture, SVGTemplateResult>> = {
  sliders: svg`${bar}${switches}<path class="sign" d="M42 15h10M42 20h10"></path><circle class="knob-sign" cx="49" cy="15" r="2"></circle><circle class="knob-sign" cx="45" cy="20" r="2"></circle>${ring}`,
  padlock: svg`${bar}${switches}<rect class="sign-full" x="43" y="16" width="8" height="6" rx="1"></rect><path class="sign" d="M44.5 16v-2a2.5 2.5 0 0 1 5 0v2"></path>${ring}`,
  'crossed-camera': svg`${bar}${popup}<path class="text" d="M46 52h40M46 68h64"></path><path class="strong" d="M136 48l8 8M144 48l-8 8"></path><rect class="sign-full" x="41.5" y="14.5" width="7" height="6" rx="1"></rect><path class="sign" d="M49 17l4-2v5l-4-2zM41 12l12 11"></path>${ring}`,
  menu: svg`<rect class="window" x="1" y="1" width="238" height="86" rx="8"></rect><path class="line" d="M1 19h238"></path>
    <path class="strong" d="M30 10h26"></path><path class="text" d="M72 10h16M98 10h16M124 10h16"></path>
    <rect class="popup" x="22" y="24" width="130" height="54" rx="6"></rect><path class="text" d="M34 36h50M34 66h64"></path>
    <path class="strong" d="M34 51h96"></path><rect class="ring" x="26" y="43" width="122" height="16" rx="8"></rect>`,
  'bottom-bar': svg`<rect class="window" x="70" y="1" width="100" height="86" rx="10"></rect>
    <path class="text" d="M82 16h60M82 28h74M82 40h44"></path><rect class="field" x="78" y="62" width="84" height="17" rx="8.5"></rect>
    <path class="text" d="M106 70.5h40"></path><rect class="sign-box" x="86.5" y="66" width="9" height="6" rx="1"></rect><path class="sign" d="M86.5 75h9"></path>
    <circle class="ring" cx="91" cy="70.5" r="12"></circle>`,
  question: svg`${bar}${popup}<path class="text" d="M46 51h76"></path><rect class="on" x="46" y="62" width="46" height="13" rx="6.5"></rect>
    <rect class="ring" x="41" y="58" width="56" height="21" rx="10"></rect><rect class="field" x="102" y="62" width="40" height="13" rx="6.5"></rect>`,
  frame: svg`${bar}${lines}<rect class="popup" x="150" y="40" width="78" height="42" rx="6"></rect>
    <path class="strong" d="M176 55h16a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-16a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2zM194 60l8-4v10l-8-4M172 52l32 18"></path>`,
};

/** Draws where in the browser it is. */
export const permissionPicture = (picture: PermissionPicture | null): TemplateResult | typeof nothing =>
  picture === null
    ? nothing
    : html`<svg class="picture" viewBox="0 0 240 88" role="img" aria-label=${permission.picture}>${drawings[picture]}</svg>`;

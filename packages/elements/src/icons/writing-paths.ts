/** What is drawn where messages are written, beside the button that sends. */
export const filePath =
  'M6 2.500h5.500L15.500 6.500V16A1.500 1.500 0 0 1 14 17.500H6A1.500 1.500 0 0 1 4.500 16V4A1.500 1.500 0 0 1 6 2.500zM11.500 2.500v4h4';
export const clipPath =
  'M15.500 9.500l-5.800 5.800a3.300 3.300 0 0 1-4.700-4.700l6.300-6.300a2.200 2.200 0 0 1 3.100 3.100l-6.200 6.200a1.100 1.100 0 0 1-1.600-1.600l5.300-5.300';
export const cameraPath =
  'M4.500 6h2l1.300-2h4.400l1.300 2h2A1.500 1.500 0 0 1 17 7.500v7a1.500 1.500 0 0 1-1.500 1.500h-11A1.500 1.500 0 0 1 3 14.500v-7A1.500 1.500 0 0 1 4.500 6zM10 8a3 3 0 1 0 0 6a3 3 0 0 0 0-6z';
export const smilePath = 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM7 12c1.500 2 4.500 2 6 0M7.500 8v.2M12.500 8v.2';
export const againPath = 'M15.500 10a5.500 5.500 0 1 1-1.800-4.100M15.500 3.500v3.200h-3.200';
export const downloadPath = 'M10 3v9M6.500 8.500 10 12l3.500-3.500M4 16h12';
export const cardsPath = 'M3.5 5.500h9v9h-9zM15 7.500h1.500v9h-9M6 8.500h4M6 11.500h2.500';

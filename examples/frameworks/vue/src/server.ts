/** Where the contact centre is: `npm start` of Eyeline on this machine. */
export const server = 'http://localhost:8080';

/** What is wrong with a way to a call, and what to do about it. Whoever may do it is named where that is not the reader. */
export const doctorSentences = {
  'server-unreachable': 'The server cannot be reached. Check the connection to the internet, then try again.',
  'socket-blocked':
    'Pages come through, but not what is said on them. Have whoever looks after your network or proxy allow WebSockets to this server.',
  'too-many-checks': 'This was checked too often from here. Try again in a minute.',
  'camera-denied':
    'The browser was not allowed to use your camera. Allow it with the camera sign in the address bar, then check again.',
  'camera-missing': 'No camera was found. Connect one, then check again.',
  'camera-in-use': 'Another program is using your camera. Close it there, then check again.',
  'camera-failed': 'The camera did not start. Connect it again, or restart the browser.',
  'camera-black': 'The camera shows nothing but black. Open its cover, or choose another one.',
  'microphone-denied':
    'The browser was not allowed to use your microphone. Allow it with the sign in the address bar, then check again.',
  'microphone-missing': 'No microphone was found. Connect one, then check again.',
  'microphone-in-use': 'Another program is using your microphone. Close it there, then check again.',
  'microphone-failed': 'The microphone did not start. Connect it again, or restart the browser.',
  insecure: 'Browsers give camera and microphone only to pages on https. Open this page with https.',
  'policy-blocked':
    'The page around this one does not allow camera and microphone. Ask its owner for allow="camera; microphone".',
  'calls-unsupported': 'This browser cannot make video calls. Use a current Chrome, Edge, Firefox or Safari.',
  'stun-blocked':
    'Nothing comes back over UDP from the STUN server. Have UDP 3478 opened outwards; without it calls need the relay.',
  'turn-udp-blocked':
    'The relay cannot be reached by UDP. Have UDP 3478 opened to the TURN server: the picture is best that way.',
  'turn-tcp-blocked': 'The relay cannot be reached by TCP. Have TCP 3478 opened to the TURN server.',
  'turn-tls-blocked':
    'The relay cannot be reached by TLS. Have TCP 443 opened to the TURN server, and check that its certificate is valid.',
  'turn-refused':
    'The relay refuses the credentials. Check that the secret and the clock of the TURN server are the same as Eyeline’s.',
  'turn-full': 'The relay takes nobody more at the moment. Raise user-quota and total-quota of the TURN server.',
  'turn-missing':
    'There is no relay, so that calls between closed networks will not connect. Set up a TURN server and name it in iceServers.',
  'bit-rate-low':
    'The connection is slow: the picture will be small or stand still. Come closer to the Wi-Fi, or use a cable.',
  'bit-rate-unknown': 'The relay let nothing through in time, so that the speed is not known. Try again.',
  'name-unknown': 'The name is not known. Check how it is written, and its entry in the DNS.',
  'port-closed': 'Nobody answers at this port. Check that the server runs, and that firewalls let it through.',
  'certificate-untrusted':
    'Browsers will not trust this certificate. Use one of a known authority, with its whole chain.',
  'certificate-other-name': 'The certificate is for another name. Use one for the name in the address.',
  'certificate-expired': 'The certificate is not valid at this time. Renew it.',
  'certificate-expires': 'The certificate ends within two weeks. Renew it.',
  'media-port-closed':
    'The media server cannot be reached by TCP. Open its port (sfu.port, default 44400), for UDP too, and check sfu.announcedAddress.',
  'media-missing':
    'The media server does not run, so that only calls from browser to browser work. The log of Eyeline says why.',
  'took-too-long':
    'This took too long to be known. Try again; if it stays so, the network is very slow or lets nothing through.',
};

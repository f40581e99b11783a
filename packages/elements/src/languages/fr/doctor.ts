import type { WidgetLanguage } from '../../sentences/use-language.ts';

/** Whether a call would work. */
export const doctor = {
  doctor: {
    title: 'Un appel vidéo fonctionnera-t-il ici ?',
    intro:
      'Cela prend quelques secondes. Votre navigateur demandera peut-être la caméra et le micro ; rien n’est enregistré ni envoyé.',
    start: 'Vérifier maintenant',
    again: 'Vérifier à nouveau',
    stop: 'Arrêter',
    checking: 'Vérification en cours',
    copy: 'Copier le rapport',
    copied: 'Le rapport est copié.',
    notCopied: 'Le navigateur n’a pas permis de le copier. Téléchargez-le plutôt.',
    download: 'Télécharger le rapport',
    reportFile: 'eyeline-doctor.json',
    checks: 'Ce qui a été vérifié',
    toDo: 'Que faire',
    good: 'Les appels vidéo fonctionneront ici.',
    impaired: 'Les appels vidéo fonctionneront ici, avec les réserves ci-dessous.',
    none: 'Un appel vidéo ne fonctionnera pas encore ici.',
    camera: 'Caméra',
    microphone: 'Micro',
    signalling: 'Connexion au serveur',
    stun: 'Chemin vers l’autre personne',
    turnUdp: 'Relais par UDP',
    turnTcp: 'Relais par TCP',
    turnTls: 'Relais par TLS, comme le web',
    bitRate: 'Débit',
    certificate: 'Certificat',
    mediaServer: 'Serveur multimédia',
    idle: 'pas encore vérifié',
    running: 'vérification en cours',
    skipped: 'non configuré ici',
    success: 'fonctionne',
    failed: 'ne fonctionne pas',
    attention: 'fonctionne, mais voir ci-dessous',
    kbps: (kbps: number) =>
      kbps < 1000 ? `${kbps} kbit/s` : `${(kbps / 1000).toLocaleString('fr', { maximumFractionDigits: 1 })} Mbit/s`,
    picture: (width: number, height: number) => `${width} × ${height}`,
  },
  doctorFaults: {
    'server-unreachable': 'Le serveur est injoignable. Vérifiez la connexion à internet, puis réessayez.',
    'socket-blocked':
      'Les pages passent, mais pas ce qui s’y dit. La personne qui gère votre réseau ou votre proxy doit autoriser les WebSockets vers ce serveur.',
    'too-many-checks': 'Trop de vérifications ont été faites d’ici. Réessayez dans une minute.',
    'camera-denied':
      'Le navigateur n’a pas pu utiliser votre caméra. Autorisez-la avec l’icône de caméra dans la barre d’adresse, puis vérifiez à nouveau.',
    'camera-missing': 'Aucune caméra n’a été trouvée. Branchez-en une, puis vérifiez à nouveau.',
    'camera-in-use': 'Un autre programme utilise votre caméra. Fermez-la là-bas, puis vérifiez à nouveau.',
    'camera-failed': 'La caméra n’a pas démarré. Rebranchez-la, ou redémarrez le navigateur.',
    'camera-black': 'La caméra ne montre que du noir. Ouvrez son cache, ou choisissez-en une autre.',
    'microphone-denied':
      'Le navigateur n’a pas pu utiliser votre micro. Autorisez-le avec l’icône dans la barre d’adresse, puis vérifiez à nouveau.',
    'microphone-missing': 'Aucun micro n’a été trouvé. Branchez-en un, puis vérifiez à nouveau.',
    'microphone-in-use': 'Un autre programme utilise votre micro. Fermez-le là-bas, puis vérifiez à nouveau.',
    'microphone-failed': 'Le micro n’a pas démarré. Rebranchez-le, ou redémarrez le navigateur.',
    insecure: 'Les navigateurs ne donnent la caméra et le micro qu’aux pages en https. Ouvrez cette page en https.',
    'policy-blocked':
      'La page autour de celle-ci n’autorise pas la caméra et le micro. Demandez allow="camera; microphone" à son propriétaire.',
    'calls-unsupported':
      'Ce navigateur ne permet pas les appels vidéo. Utilisez une version actuelle de Chrome, Edge, Firefox ou Safari.',
    'stun-blocked':
      'Rien ne revient du serveur STUN par UDP. Faites ouvrir le port UDP 3478 vers l’extérieur ; sans lui, les appels ont besoin du relais.',
    'turn-udp-blocked':
      'Le relais est injoignable par UDP. Faites ouvrir le port UDP 3478 vers le serveur TURN : c’est ainsi que l’image est la meilleure.',
    'turn-tcp-blocked': 'Le relais est injoignable par TCP. Faites ouvrir le port TCP 3478 vers le serveur TURN.',
    'turn-tls-blocked':
      'Le relais est injoignable par TLS. Faites ouvrir le port TCP 443 vers le serveur TURN, et vérifiez que son certificat est valide.',
    'turn-refused':
      'Le relais refuse les identifiants. Vérifiez que le secret et l’horloge du serveur TURN sont les mêmes que ceux d’Eyeline.',
    'turn-full':
      'Le relais n’accepte plus personne pour le moment. Augmentez user-quota et total-quota du serveur TURN.',
    'turn-missing':
      'Il n’y a pas de relais : les appels entre réseaux fermés n’aboutiront pas. Installez un serveur TURN et indiquez-le dans iceServers.',
    'bit-rate-low':
      'La connexion est lente : l’image sera petite ou figée. Rapprochez-vous du Wi-Fi, ou utilisez un câble.',
    'bit-rate-unknown': 'Le relais n’a rien laissé passer à temps ; le débit n’est donc pas connu. Réessayez.',
    'name-unknown': 'Le nom est inconnu. Vérifiez son orthographe et son entrée dans le DNS.',
    'port-closed':
      'Personne ne répond sur ce port. Vérifiez que le serveur fonctionne et que les pare-feu le laissent passer.',
    'certificate-untrusted':
      'Les navigateurs ne font pas confiance à ce certificat. Utilisez-en un d’une autorité reconnue, avec toute sa chaîne.',
    'certificate-other-name': 'Le certificat est pour un autre nom. Utilisez-en un pour le nom de l’adresse.',
    'certificate-expired': 'Le certificat n’est pas valide en ce moment. Renouvelez-le.',
    'certificate-expires': 'Le certificat expire dans moins de deux semaines. Renouvelez-le.',
    'media-port-closed':
      'Le serveur multimédia est injoignable par TCP. Ouvrez son port (sfu.port, par défaut 44400), aussi en UDP, et vérifiez sfu.announcedAddress.',
    'media-missing':
      'Le serveur multimédia ne fonctionne pas : seuls les appels de navigateur à navigateur sont possibles. Le journal d’Eyeline en donne la raison.',
    'took-too-long':
      'Le résultat s’est trop fait attendre. Réessayez ; si cela persiste, le réseau est très lent ou ne laisse rien passer.',
  },
} satisfies Partial<WidgetLanguage>;

import type { WidgetLanguage } from '../../sentences/use-language.ts';

/** What went wrong, and how camera and microphone are allowed again. */
export const failures = {
  failures: {
    'invalid-payload':
      'Le message n’avait pas la forme attendue. Rechargez la page ; si cela se reproduit, signalez-le.',
    'version-mismatch': 'Cette page et le serveur n’ont pas la même version. Rechargez la page.',
    'unknown-command': 'Ce serveur ne connaît pas cette commande. Rechargez la page pour obtenir la bonne version.',
    'unknown-entry-point': 'Ce chat n’est pas encore ouvert. Veuillez nous joindre par un autre moyen.',
    'invalid-form': 'Un champ du formulaire manque ou est trop long. Corrigez-le et envoyez à nouveau le formulaire.',
    'message-too-long': 'Un message contient 10 000 caractères au plus. Envoyez-le en plusieurs parties.',
    'too-many-requests': 'C’était trop rapide. Patientez quelques secondes et réessayez.',
    'too-many-connections':
      'Trop de pages sont connectées d’ici. Fermez-en quelques-unes, ou réessayez dans une minute.',
    starting: 'Le service démarre. Cette page se connectera d’elle-même dans un instant.',
    'too-many-pages':
      'Cette conversation est ouverte dans trop de fenêtres. Fermez-en quelques-unes et rechargez celle-ci.',
    'too-many-interactions': 'Trop de conversations ont été commencées d’ici. Réessayez dans quelques minutes.',
    'proof-required': 'Montrez d’abord que vous n’êtes pas un robot, puis réessayez.',
    'proof-refused': 'Nous n’avons pas pu vérifier que vous n’êtes pas un robot. Réessayez dans un instant.',
    'identity-required': 'Connectez-vous d’abord sur cette page, puis réessayez.',
    'identity-expired': 'Votre connexion sur cette page a expiré. Connectez-vous à nouveau.',
    'identity-early': 'Votre connexion sur cette page n’est pas encore valable. Réessayez dans un instant.',
    'identity-audience': 'Votre connexion est destinée à un autre site. Connectez-vous ici.',
    'identity-algorithm': 'Votre connexion est signée d’une manière qui n’est pas acceptée ici. Signalez-le au site.',
    'identity-invalid': 'Votre connexion sur cette page n’a pas pu être confirmée. Connectez-vous à nouveau.',
    'identity-too-long': 'Votre connexion sur cette page est trop longue. Signalez-le au site.',
    'identity-unchecked': 'Votre connexion n’a pas pu être vérifiée pour le moment. Réessayez dans un instant.',
    'token-invalid': 'Cette session n’est pas valide. Recommencez.',
    'token-expired': 'Cette session a expiré. Recommencez.',
    'wrong-credentials': 'Le nom d’utilisateur ou le mot de passe est incorrect.',
    'not-signed-in': 'Ouvrez d’abord une session.',
    'not-allowed': 'Ceci appartient à quelqu’un d’autre.',
    closed: 'Nous sommes fermés pour le moment. Laissez un message, ou revenez aux heures d’ouverture.',
    'callback-not-possible': 'Nous ne pouvons pas vous appeler à ce moment-là. Choisissez-en un autre.',
    'consult-in-progress':
      'Vous consultez déjà un collègue. Terminez d’abord cette consultation, puis demandez à quelqu’un d’autre.',
    'consult-gone': 'Cette consultation est terminée.',
    'target-gone':
      'Cet agent ou cette file ne peut pas prendre la demande pour le moment. Choisissez une autre destination.',
    'interaction-closed': 'Cette conversation est terminée. Commencez-en une nouvelle.',
    'unknown-reason': 'Ce motif n’est pas configuré. Choisissez-en un dans la liste.',
    'offer-gone': 'Cette proposition n’est plus ouverte.',
    'task-gone': 'Ce n’est plus à vous de clôturer cette tâche.',
    'link-unknown': 'Ce lien n’existe pas. Vérifiez qu’il a été copié en entier, ou demandez-en un autre.',
    'link-early': 'Ce lien n’est pas encore ouvert. Revenez à l’heure convenue.',
    'link-used': 'Ce lien a déjà été utilisé. Demandez-en un autre.',
    'link-expired': 'Ce lien a expiré. Demandez-en un autre.',
    'link-revoked': 'Ce lien a été retiré. Demandez-en un autre.',
    'link-ended': 'La conversation à laquelle menait ce lien est terminée.',
    'too-many-links': 'Cela fait plus de 25 liens. Demandez-en moins à la fois.',
    'number-invalid':
      'Ce n’est pas un numéro de téléphone. Écrivez-le avec l’indicatif du pays, comme +33 1 99 00 12 34.',
    'not-offered': 'Cela n’est pas proposé ici.',
    'file-too-large': 'Ce fichier est trop volumineux. Envoyez-en un plus petit.',
    'file-not-taken': 'Ce type de fichier ne peut pas être envoyé ici.',
    'already-answered':
      'On y a déjà répondu, ou il n’est plus possible d’y répondre. Écrivez plutôt ce que vous voulez dire.',
    'file-unsafe': 'Ce fichier n’a pas été envoyé : l’antivirus y a trouvé quelque chose.',
    'voice-channel-not-yours':
      'Ce téléphone est celui de quelqu’un d’autre. Ouvrez une session avec le compte de l’agent à qui appartient ce poste.',
    'call-in-progress': 'Il y a déjà un appel. Terminez-le avant d’en commencer un autre.',
    'call-gone': 'Cet appel n’existe plus.',
    'call-not-allowed': 'La vidéo n’est pas possible dans cette conversation pour le moment.',
    'consent-needed': 'Lisez ce qui est demandé avant que votre caméra soit visible, acceptez-le, puis réessayez.',
    'call-elsewhere': 'Cet appel continue dans un autre de vos onglets ou fenêtres. Continuez ici, ou retournez-y.',
    'source-not-allowed': 'Ceci ne peut pas être montré dans cet appel pour le moment.',
    'not-in-call': 'Cette page n’est plus dans l’appel. Rejoignez-le à nouveau.',
    'join-outdated':
      'Une autre page ou un essai plus récent a rejoint l’appel à la place de celle-ci. Continuez là-bas.',
    'transport-gone': 'Cette connexion multimédia n’est pas à vous, ou date d’avant. Rejoignez l’appel à nouveau.',
    'producer-gone': 'Cette image ou ce son n’est pas, ou n’est plus, dans cet appel.',
    'own-producer': 'Cette image ou ce son vient de vous : vous ne le recevez pas.',
    'consumer-gone': 'Vous ne recevez pas, ou plus, cette image ou ce son. Demandez-le à nouveau.',
    'codec-not-supported':
      'Ce navigateur ne peut pas montrer ce qu’envoie l’autre personne : il n’y a aucun codec en commun.',
    'media-unavailable': 'Le serveur multimédia n’est pas prêt. Réessayez dans un instant ; le chat continue.',
    'store-unavailable': 'Le message n’a pas pu être enregistré. Il sera renvoyé de lui-même.',
    'already-done':
      'C’est déjà fait, et la réponse n’est plus connue. Rechargez la page pour voir où en sont les choses.',
    'server-busy': 'Le serveur est très sollicité. Réessayez dans un instant.',
    internal: 'Un problème est survenu de notre côté. Réessayez.',

    'no-connection':
      'Les deux côtés n’ont pu se joindre par aucun des chemins essayés. Le chat continue ; relancez l’appel.',
    'connection-lost':
      'L’appel n’a pas pu continuer : trop peu passait, quel que soit le chemin essayé. Le chat continue ; relancez l’appel plus tard.',
    'too-weak':
      'La connexion est devenue trop faible, même pour le son ; l’appel est donc terminé. Le chat continue ; relancez l’appel dans un moment.',

    denied:
      'Le navigateur n’a pas pu utiliser votre caméra. Autorisez-la avec l’icône de caméra dans la barre d’adresse, puis réessayez.',
    dismissed: 'La demande d’accès à votre caméra a été fermée. Réessayez et choisissez « Autoriser ».',
    'press-needed': 'Le navigateur veut vous demander avant de redonner votre caméra. Activez-la.',
    'in-use': 'Un autre programme utilise votre caméra. Fermez-la là-bas, puis réessayez.',
    'no-device': 'Aucune caméra n’a été trouvée. Branchez-en une, puis réessayez.',
    ended: 'Votre caméra a été débranchée ou retirée. Tout reprendra de lui-même à son retour.',
    insecure: 'Les navigateurs ne donnent la caméra qu’aux pages en https. Ouvrez cette page en https.',
    'policy-blocked':
      'La page autour de ce chat n’autorise pas la caméra. Demandez allow="camera; microphone" à son propriétaire.',
    unsupported: 'Ce navigateur ne permet pas les appels vidéo. Le chat continue.',
    failed: 'La caméra n’a pas démarré. Réessayez, ou redémarrez le navigateur.',
    'effect-failed':
      'Ce navigateur ne peut pas flouter l’arrière-plan ; votre image n’est donc pas visible. Réessayez, ou montrez-la sans flou.',
  },
  microphone: {
    denied:
      'Le navigateur n’a pas pu utiliser votre micro. Autorisez-le avec l’icône dans la barre d’adresse, puis réessayez.',
    dismissed: 'La demande d’accès à votre micro a été fermée. Réessayez et choisissez « Autoriser ».',
    'press-needed': 'Le navigateur veut vous demander avant de redonner votre micro. Activez-le.',
    'in-use': 'Un autre programme utilise votre micro. Fermez-le là-bas, puis réessayez.',
    'no-device': 'Aucun micro n’a été trouvé. Branchez-en un, puis réessayez.',
    ended: 'Votre micro a été débranché ou retiré. Tout reprendra de lui-même à son retour.',
    insecure: 'Les navigateurs ne donnent le micro qu’aux pages en https. Ouvrez cette page en https.',
    'policy-blocked':
      'La page autour de ce chat n’autorise pas le micro. Demandez allow="camera; microphone" à son propriétaire.',
    unsupported: 'Ce navigateur ne permet pas les appels. Le chat continue.',
    failed: 'Le micro n’a pas démarré. Réessayez, ou redémarrez le navigateur.',
    'effect-failed': 'Ce navigateur ne peut pas réduire le bruit. Réessayez, ou désactivez la réduction.',
  },
  screen: {
    denied:
      'Le système n’a pas autorisé le navigateur à montrer votre écran. Autorisez-le dans les réglages du système, puis réessayez.',
    dismissed: 'Aucun écran n’a été choisi. Réessayez et choisissez ce qu’il faut montrer.',
    'press-needed': 'Le navigateur veut vous demander quoi montrer. Partagez votre écran à nouveau.',
    'in-use': 'Le système n’a pas donné l’image de l’écran. Réessayez, ou montrez une autre fenêtre.',
    'no-device': 'Il n’y a rien à montrer. Ouvrez la fenêtre que vous voulez montrer, puis réessayez.',
    ended: 'Votre écran n’est plus visible. Partagez-le à nouveau si vous le souhaitez.',
    insecure: 'Les navigateurs ne partagent l’écran que sur les pages en https. Ouvrez cette page en https.',
    'policy-blocked':
      'La page autour de ce chat ne l’autorise pas. Demandez allow="display-capture" à son propriétaire.',
    unsupported: 'Ce navigateur ne peut pas montrer l’écran. Utilisez un ordinateur pour le partager.',
    failed: 'L’écran n’a pas pu être montré. Réessayez, ou redémarrez le navigateur.',
    'effect-failed': 'L’écran n’a pas pu être montré. Réessayez, ou redémarrez le navigateur.',
  },
  permission: {
    help: 'Comment autoriser la caméra et le micro',
    picture: 'Où cela se trouve dans ce navigateur',
    chromium: [
      'Cliquez sur l’icône aux deux curseurs à gauche de l’adresse.',
      'Activez la caméra et le micro.',
      'Revenez ici : la suite se fait d’elle-même.',
    ],
    edge: [
      'Cliquez sur le cadenas à gauche de l’adresse.',
      'Ouvrez « Autorisations pour ce site » et réglez la caméra et le micro sur « Autoriser ».',
      'Revenez ici : la suite se fait d’elle-même.',
    ],
    firefox: [
      'Cliquez sur la caméra barrée à gauche de l’adresse.',
      'Supprimez « Bloqué » avec la petite croix à côté.',
      'Revenez ici et réessayez ; choisissez « Autoriser ».',
    ],
    safari: [
      'Ouvrez le menu « Safari », puis « Réglages pour ce site web ».',
      'Réglez la caméra et le micro sur « Autoriser ».',
      'Revenez ici et réessayez.',
    ],
    iosSafari: [
      'Touchez l’icône de la page à gauche de l’adresse.',
      'Touchez « Réglages du site web » et réglez la caméra et le micro sur « Autoriser ».',
      'Revenez ici et réessayez.',
    ],
    iosOther: [
      'Ouvrez les réglages de votre téléphone puis, dans la liste des apps, ce navigateur.',
      'Activez la caméra et le micro.',
      'Revenez ici et réessayez.',
    ],
    androidChromium: [
      'Touchez l’icône aux deux curseurs à gauche de l’adresse.',
      'Touchez « Autorisations » et activez la caméra et le micro.',
      'Revenez ici : la suite se fait d’elle-même.',
    ],
    androidFirefox: [
      'Touchez le cadenas à gauche de l’adresse.',
      'Touchez la ligne de la caméra et du micro jusqu’à lire « Autorisé ».',
      'Revenez ici et réessayez.',
    ],
    other: [
      'Ouvrez les réglages de ce site dans votre navigateur, le plus souvent à gauche de l’adresse.',
      'Réglez la caméra et le micro sur « Autoriser ».',
      'Revenez ici et réessayez.',
    ],
    prompt: ['Réessayez : le navigateur demande en haut de la fenêtre.', 'Choisissez « Autoriser ».'],
    inUse: [
      'Fermez les autres programmes et onglets qui vous montrent, comme une autre réunion.',
      'La suite se fait d’elle-même quand la caméra est libre.',
    ],
    frame: [
      'La page que vous voyez se trouve dans une autre, qui lui refuse la caméra.',
      'Demandez aux responsables de ce site d’ajouter allow="camera; microphone; display-capture" au cadre.',
    ],
    system:
      'Toujours pas autorisé ? Le système refuse peut-être la caméra et le micro au navigateur : consultez ses réglages de confidentialité.',
  },
} satisfies Partial<WidgetLanguage>;

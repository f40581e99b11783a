import type { WidgetLanguage } from '../../sentences/use-language.ts';

/** What went wrong, and how camera and microphone are allowed again. */
export const failures = {
  failures: {
    'invalid-payload':
      'El mensaje no tenía la forma esperada. Vuelva a cargar la página; si ocurre otra vez, avísenos.',
    'version-mismatch': 'Esta página y el servidor son de versiones distintas. Vuelva a cargar la página.',
    'unknown-command':
      'Este servidor no conoce esa orden. Vuelva a cargar la página para tener la versión correspondiente.',
    'unknown-entry-point': 'Este chat aún no está abierto. Póngase en contacto con nosotros por otra vía.',
    'invalid-form': 'Un campo del formulario falta o es demasiado largo. Corríjalo y vuelva a enviar el formulario.',
    'message-too-long': 'En un mensaje caben como máximo 10 000 caracteres. Envíelo en varias partes.',
    'too-many-requests': 'Ha ido demasiado rápido. Espere unos segundos e inténtelo de nuevo.',
    'too-many-connections':
      'Hay demasiadas páginas conectadas desde aquí. Cierre algunas o inténtelo de nuevo en un minuto.',
    starting: 'El servicio se está iniciando. Esta página se conectará sola en un momento.',
    'too-many-pages': 'Esta conversación está abierta en demasiadas ventanas. Cierre algunas y vuelva a cargar esta.',
    'too-many-interactions':
      'Se han iniciado demasiadas conversaciones desde aquí. Inténtelo de nuevo en unos minutos.',
    'proof-required': 'Muestre primero que no es un robot y después inténtelo de nuevo.',
    'proof-refused': 'No hemos podido comprobar que no es un robot. Inténtelo de nuevo en un momento.',
    'identity-required': 'Inicie sesión primero en esta página y vuelva a intentarlo.',
    'identity-expired': 'Su sesión en esta página ha caducado. Inicie sesión de nuevo.',
    'identity-early': 'Su sesión en esta página todavía no es válida. Vuelva a intentarlo en un momento.',
    'identity-audience': 'Su sesión es de otro sitio. Inicie sesión aquí.',
    'identity-algorithm': 'Su sesión está firmada de una forma que aquí no se acepta. Avise al sitio.',
    'identity-invalid': 'No se pudo confirmar su sesión en esta página. Inicie sesión de nuevo.',
    'identity-too-long': 'Su sesión en esta página es demasiado larga. Avise al sitio.',
    'identity-unchecked': 'En este momento no se pudo comprobar su sesión. Vuelva a intentarlo en un momento.',
    'token-invalid': 'Esta sesión no es válida. Empiece de nuevo.',
    'token-expired': 'Esta sesión ha caducado. Empiece de nuevo.',
    'wrong-credentials': 'El nombre de usuario o la contraseña no son correctos.',
    'not-signed-in': 'Inicie sesión primero.',
    'not-allowed': 'Eso pertenece a otra persona.',
    closed: 'Ahora mismo está cerrado. Deje un mensaje o vuelva en el horario de atención.',
    'callback-not-possible': 'A esa hora no podemos llamarle. Elija otra.',
    'consult-in-progress': 'Ya está consultando a un colega. Termine primero esa consulta y después pregunte a otro.',
    'consult-gone': 'Esta consulta ha terminado.',
    'target-gone': 'Ese agente o esa cola no puede aceptarlo ahora. Elija otro destino.',
    'interaction-closed': 'Esta conversación ha terminado. Inicie otra.',
    'unknown-reason': 'Ese motivo no está configurado. Elija uno de la lista.',
    'offer-gone': 'Esta oferta ya no está abierta.',
    'task-gone': 'El cierre de esta tarea ya no le corresponde.',
    'link-unknown': 'Este enlace no existe. Compruebe que se ha copiado entero o pida otro.',
    'link-early': 'Este enlace aún no está abierto. Vuelva a la hora acordada.',
    'link-used': 'Este enlace ya se ha utilizado. Pida otro.',
    'link-expired': 'Este enlace ha caducado. Pida otro.',
    'link-revoked': 'Este enlace se ha retirado. Pida otro.',
    'link-ended': 'La conversación a la que llevaba este enlace ha terminado.',
    'too-many-links': 'Son más de 25 enlaces. Pida menos a la vez.',
    'number-invalid': 'Eso no es un número de teléfono. Escríbalo con el prefijo del país, como +34 910 000 000.',
    'not-offered': 'Eso no se ofrece aquí.',
    'file-too-large': 'Este archivo es demasiado grande. Envíe uno más pequeño.',
    'file-not-taken': 'Este tipo de archivo no se puede enviar aquí.',
    'already-answered': 'Ya se ha respondido, o ya no se puede responder. Escriba en su lugar lo que quiera decir.',
    'file-unsafe': 'Este archivo no se ha enviado: el antivirus ha encontrado algo en él.',
    'voice-channel-not-yours':
      'Este teléfono es de otra persona. Inicie sesión como el agente al que pertenece el escritorio.',
    'call-in-progress': 'Ya hay una llamada. Termínela antes de empezar otra.',
    'call-gone': 'Esta llamada ya no existe.',
    'call-not-allowed': 'En esta conversación no es posible usar la cámara en este momento.',
    'consent-needed': 'Lea lo que se le pide antes de mostrar su cámara, acéptelo e inténtelo de nuevo.',
    'call-elsewhere': 'Esta llamada sigue en otra pestaña o ventana suya. Continúe aquí o vuelva a ella.',
    'source-not-allowed': 'Eso no se puede mostrar en esta llamada en este momento.',
    'not-in-call': 'Esta página ya no está en la llamada. Vuelva a unirse.',
    'join-outdated': 'Otra página o un intento posterior se ha unido a la llamada en lugar de esta. Siga allí.',
    'transport-gone': 'Esa conexión de medios no es suya o es de antes. Vuelva a unirse a la llamada.',
    'producer-gone': 'Esa imagen o ese sonido no está, o ya no está, en esta llamada.',
    'own-producer': 'Esa imagen o ese sonido es suyo; usted no lo recibe.',
    'consumer-gone': 'No recibe, o ya no recibe, esa imagen o ese sonido. Pídalo de nuevo.',
    'codec-not-supported':
      'Este navegador no puede mostrar lo que envía la otra persona: no tienen ningún códec en común.',
    'media-unavailable': 'El servidor de medios no está listo. Inténtelo de nuevo en un momento; el chat sigue.',
    'store-unavailable': 'No se ha podido guardar el mensaje. Se volverá a enviar solo.',
    'already-done':
      'Eso ya se ha hecho y su respuesta ya no se conoce. Vuelva a cargar la página para ver cómo está todo.',
    'server-busy': 'El servidor está muy cargado. Inténtelo de nuevo en un momento.',
    internal: 'Algo ha fallado por nuestra parte. Inténtelo de nuevo.',

    'no-connection':
      'Los dos lados no han podido conectarse por ninguna de las vías probadas. El chat sigue; vuelva a intentar la llamada.',
    'connection-lost':
      'La llamada no ha podido seguir: por ninguna vía llegaba lo suficiente. El chat sigue; vuelva a intentar la llamada más tarde.',
    'too-weak':
      'La conexión se ha vuelto demasiado débil incluso para el sonido, por eso la llamada ha terminado. El chat sigue; vuelva a intentar la llamada dentro de un rato.',

    denied:
      'El navegador no ha podido usar su cámara. Permítalo con el icono de la cámara en la barra de direcciones e inténtelo de nuevo.',
    dismissed: 'Se ha cerrado la pregunta sobre su cámara. Inténtelo de nuevo y elija «Permitir».',
    'press-needed': 'El navegador quiere preguntarle antes de volver a dar su cámara. Enciéndala.',
    'in-use': 'Otro programa está usando su cámara. Ciérrela allí e inténtelo de nuevo.',
    'no-device': 'No se ha encontrado ninguna cámara. Conecte una e inténtelo de nuevo.',
    ended: 'Su cámara se ha desconectado o se ha quitado. Seguirá sola cuando vuelva.',
    insecure: 'Los navegadores solo dan la cámara a páginas con https. Abra esta página con https.',
    'policy-blocked':
      'La página que rodea este chat no permite la cámara. Pida a su responsable allow="camera; microphone".',
    unsupported: 'Este navegador no admite videollamadas. El chat sigue.',
    failed: 'La cámara no se ha iniciado. Inténtelo de nuevo o reinicie el navegador.',
    'effect-failed':
      'Este navegador no puede desenfocar el fondo, por eso no se muestra su imagen. Inténtelo de nuevo o muéstrela sin desenfoque.',
  },
  microphone: {
    denied:
      'El navegador no ha podido usar su micrófono. Permítalo con el icono en la barra de direcciones e inténtelo de nuevo.',
    dismissed: 'Se ha cerrado la pregunta sobre su micrófono. Inténtelo de nuevo y elija «Permitir».',
    'press-needed': 'El navegador quiere preguntarle antes de volver a dar su micrófono. Enciéndalo.',
    'in-use': 'Otro programa está usando su micrófono. Ciérrelo allí e inténtelo de nuevo.',
    'no-device': 'No se ha encontrado ningún micrófono. Conecte uno e inténtelo de nuevo.',
    ended: 'Su micrófono se ha desconectado o se ha quitado. Seguirá solo cuando vuelva.',
    insecure: 'Los navegadores solo dan el micrófono a páginas con https. Abra esta página con https.',
    'policy-blocked':
      'La página que rodea este chat no permite el micrófono. Pida a su responsable allow="camera; microphone".',
    unsupported: 'Este navegador no admite llamadas. El chat sigue.',
    failed: 'El micrófono no se ha iniciado. Inténtelo de nuevo o reinicie el navegador.',
    'effect-failed': 'Este navegador no puede reducir el ruido. Inténtelo de nuevo o desactive la reducción.',
  },
  screen: {
    denied:
      'El sistema no ha permitido que el navegador muestre su pantalla. Permítalo en los ajustes del sistema e inténtelo de nuevo.',
    dismissed: 'No se ha elegido ninguna pantalla. Inténtelo de nuevo y elija qué mostrar.',
    'press-needed': 'El navegador quiere preguntarle qué mostrar. Comparta su pantalla de nuevo.',
    'in-use': 'El sistema no ha dado la imagen de la pantalla. Inténtelo de nuevo o muestre otra ventana.',
    'no-device': 'No hay nada que mostrar. Abra la ventana que quiere mostrar e inténtelo de nuevo.',
    ended: 'Su pantalla ya no se muestra. Compártala de nuevo si quiere.',
    insecure: 'Los navegadores solo muestran la pantalla en páginas con https. Abra esta página con https.',
    'policy-blocked': 'La página que rodea este chat no lo permite. Pida a su responsable allow="display-capture".',
    unsupported: 'Este navegador no puede mostrar la pantalla. Use otro equipo para compartirla.',
    failed: 'No se ha podido mostrar la pantalla. Inténtelo de nuevo o reinicie el navegador.',
    'effect-failed': 'No se ha podido mostrar la pantalla. Inténtelo de nuevo o reinicie el navegador.',
  },
  permission: {
    help: 'Cómo permitir la cámara y el micrófono',
    picture: 'Dónde está en este navegador',
    chromium: [
      'Pulse el icono con los dos controles a la izquierda de la dirección.',
      'Active la cámara y el micrófono.',
      'Vuelva aquí: sigue solo.',
    ],
    edge: [
      'Pulse el candado a la izquierda de la dirección.',
      'Abra «Permisos para este sitio» y ponga la cámara y el micrófono en «Permitir».',
      'Vuelva aquí: sigue solo.',
    ],
    firefox: [
      'Pulse la cámara tachada a la izquierda de la dirección.',
      'Quite «Bloqueado» con la pequeña cruz de al lado.',
      'Vuelva aquí e inténtelo de nuevo; elija «Permitir».',
    ],
    safari: [
      'Abra el menú «Safari» y en él «Ajustes para este sitio web».',
      'Ponga la cámara y el micrófono en «Permitir».',
      'Vuelva aquí e inténtelo de nuevo.',
    ],
    iosSafari: [
      'Toque el icono de la página a la izquierda de la dirección.',
      'Toque «Ajustes del sitio web» y ponga la cámara y el micrófono en «Permitir».',
      'Vuelva aquí e inténtelo de nuevo.',
    ],
    iosOther: [
      'Abra los ajustes de su teléfono y, en la lista de apps, este navegador.',
      'Active la cámara y el micrófono.',
      'Vuelva aquí e inténtelo de nuevo.',
    ],
    androidChromium: [
      'Toque el icono con los dos controles a la izquierda de la dirección.',
      'Toque «Permisos» y active la cámara y el micrófono.',
      'Vuelva aquí: sigue solo.',
    ],
    androidFirefox: [
      'Toque el candado a la izquierda de la dirección.',
      'Toque la línea de la cámara y el micrófono hasta que ponga «Permitido».',
      'Vuelva aquí e inténtelo de nuevo.',
    ],
    other: [
      'Abra los ajustes de este sitio web en su navegador, casi siempre a la izquierda de la dirección.',
      'Ponga la cámara y el micrófono en «Permitir».',
      'Vuelva aquí e inténtelo de nuevo.',
    ],
    prompt: ['Inténtelo de nuevo: el navegador pregunta arriba en la ventana.', 'Elija «Permitir».'],
    inUse: [
      'Cierre otros programas y pestañas que le muestren, como otra reunión.',
      'Sigue solo cuando la cámara esté libre.',
    ],
    frame: [
      'La página que ve está dentro de otra, que no le deja usar la cámara.',
      'Pida a los responsables de este sitio que añadan allow="camera; microphone; display-capture" al marco.',
    ],
    system:
      '¿Todavía no está permitido? Quizá el sistema no deje la cámara y el micrófono al navegador: consulte sus ajustes de privacidad.',
  },
} satisfies Partial<WidgetLanguage>;

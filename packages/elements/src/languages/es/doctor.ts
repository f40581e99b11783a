import type { WidgetLanguage } from '../../sentences/use-language.ts';

/** Whether a call would work. */
export const doctor = {
  doctor: {
    title: '¿Funcionará aquí una videollamada?',
    intro:
      'Tarda unos segundos. Quizá su navegador le pida permiso para la cámara y el micrófono; no se graba ni se envía nada.',
    start: 'Comprobar ahora',
    again: 'Comprobar de nuevo',
    stop: 'Detener',
    checking: 'Comprobando',
    copy: 'Copiar el informe',
    copied: 'El informe está copiado.',
    notCopied: 'El navegador no ha dejado copiarlo. Descárguelo en su lugar.',
    download: 'Descargar el informe',
    reportFile: 'eyeline-doctor.json',
    checks: 'Lo que se ha comprobado',
    toDo: 'Qué hacer',
    good: 'Las videollamadas funcionarán aquí.',
    impaired: 'Las videollamadas funcionarán aquí, con lo que se indica abajo.',
    none: 'Aquí aún no funcionará una videollamada.',
    camera: 'Cámara',
    microphone: 'Micrófono',
    signalling: 'Conexión con el servidor',
    stun: 'Camino hasta la otra persona',
    turnUdp: 'Relé por UDP',
    turnTcp: 'Relé por TCP',
    turnTls: 'Relé por TLS, como la web',
    bitRate: 'Velocidad',
    certificate: 'Certificado',
    mediaServer: 'Servidor de medios',
    idle: 'aún sin comprobar',
    running: 'comprobando',
    skipped: 'no configurado aquí',
    success: 'funciona',
    failed: 'no funciona',
    attention: 'funciona, pero vea abajo',
    kbps: (kbps: number) =>
      kbps < 1000 ? `${kbps} kbit/s` : `${(kbps / 1000).toLocaleString('es', { maximumFractionDigits: 1 })} Mbit/s`,
    picture: (width: number, height: number) => `${width} × ${height}`,
  },
  doctorFaults: {
    'server-unreachable':
      'No se puede conectar con el servidor. Compruebe la conexión a internet e inténtelo de nuevo.',
    'socket-blocked':
      'Las páginas llegan, pero no lo que se dice en ellas. Quien se ocupe de su red o de su proxy debe permitir WebSockets hacia este servidor.',
    'too-many-checks': 'Se ha comprobado demasiadas veces desde aquí. Inténtelo de nuevo en un minuto.',
    'camera-denied':
      'El navegador no ha podido usar su cámara. Permítalo con el icono de la cámara en la barra de direcciones y compruebe de nuevo.',
    'camera-missing': 'No se ha encontrado ninguna cámara. Conecte una y compruebe de nuevo.',
    'camera-in-use': 'Otro programa está usando su cámara. Ciérrela allí y compruebe de nuevo.',
    'camera-failed': 'La cámara no se ha iniciado. Vuelva a conectarla o reinicie el navegador.',
    'camera-black': 'La cámara solo muestra negro. Abra su tapa o elija otra.',
    'microphone-denied':
      'El navegador no ha podido usar su micrófono. Permítalo con el icono en la barra de direcciones y compruebe de nuevo.',
    'microphone-missing': 'No se ha encontrado ningún micrófono. Conecte uno y compruebe de nuevo.',
    'microphone-in-use': 'Otro programa está usando su micrófono. Ciérrelo allí y compruebe de nuevo.',
    'microphone-failed': 'El micrófono no se ha iniciado. Vuelva a conectarlo o reinicie el navegador.',
    insecure: 'Los navegadores solo dan la cámara y el micrófono a páginas con https. Abra esta página con https.',
    'policy-blocked':
      'La página que rodea a esta no permite la cámara ni el micrófono. Pida a su responsable allow="camera; microphone".',
    'calls-unsupported':
      'Este navegador no admite videollamadas. Use una versión actual de Chrome, Edge, Firefox o Safari.',
    'stun-blocked':
      'Del servidor STUN no vuelve nada por UDP. Pida que se abra UDP 3478 hacia fuera; sin él, las llamadas necesitan el relé.',
    'turn-udp-blocked':
      'No se puede conectar con el relé por UDP. Pida que se abra UDP 3478 hacia el servidor TURN: así la imagen es mejor.',
    'turn-tcp-blocked': 'No se puede conectar con el relé por TCP. Pida que se abra TCP 3478 hacia el servidor TURN.',
    'turn-tls-blocked':
      'No se puede conectar con el relé por TLS. Pida que se abra TCP 443 hacia el servidor TURN y compruebe que su certificado es válido.',
    'turn-refused':
      'El relé rechaza las credenciales. Compruebe que el secreto y el reloj del servidor TURN son los mismos que los de Eyeline.',
    'turn-full': 'El relé no admite a nadie más en este momento. Aumente user-quota y total-quota del servidor TURN.',
    'turn-missing':
      'No hay relé, así que las llamadas entre redes cerradas no se conectarán. Instale un servidor TURN e indíquelo en iceServers.',
    'bit-rate-low': 'La conexión es lenta: la imagen será pequeña o se congelará. Acérquese al wifi o use un cable.',
    'bit-rate-unknown':
      'El relé no ha dejado pasar nada a tiempo, por eso no se conoce la velocidad. Inténtelo de nuevo.',
    'name-unknown': 'El nombre no se conoce. Compruebe cómo está escrito y su entrada en el DNS.',
    'port-closed':
      'Nadie responde en este puerto. Compruebe que el servidor está en marcha y que los cortafuegos lo dejan pasar.',
    'certificate-untrusted':
      'Los navegadores no confían en este certificado. Use uno de una autoridad conocida, con toda su cadena.',
    'certificate-other-name': 'El certificado es para otro nombre. Use uno para el nombre de la dirección.',
    'certificate-expired': 'El certificado no es válido en este momento. Renuévelo.',
    'certificate-expires': 'El certificado caduca en menos de dos semanas. Renuévelo.',
    'media-port-closed':
      'No se puede conectar con el servidor de medios por TCP. Abra su puerto (sfu.port, por defecto 44400), también para UDP, y compruebe sfu.announcedAddress.',
    'media-missing':
      'El servidor de medios no está en marcha; solo funcionan las llamadas de navegador a navegador. El registro de Eyeline dice por qué.',
    'took-too-long':
      'Ha tardado demasiado en saberse. Inténtelo de nuevo; si sigue igual, la red es muy lenta o no deja pasar nada.',
  },
} satisfies Partial<WidgetLanguage>;

import type { WidgetLanguage } from '../../sentences/use-language.ts';

/** Whether a call would work. */
export const doctor = {
  doctor: {
    title: 'Uma videochamada vai funcionar aqui?',
    intro:
      'Demora alguns segundos. Talvez o navegador peça permissão para a câmera e o microfone; nada é gravado nem enviado.',
    start: 'Verificar agora',
    again: 'Verificar de novo',
    stop: 'Parar',
    checking: 'Verificação em curso',
    copy: 'Copiar o relatório',
    copied: 'O relatório está copiado.',
    notCopied: 'O navegador não deixou copiar. Em vez disso, faça o download.',
    download: 'Fazer download do relatório',
    reportFile: 'eyeline-doctor.json',
    checks: 'O que foi verificado',
    toDo: 'O que fazer',
    good: 'As videochamadas vão funcionar aqui.',
    impaired: 'As videochamadas vão funcionar aqui, com o que está indicado abaixo.',
    none: 'Uma videochamada ainda não vai funcionar aqui.',
    camera: 'Câmera',
    microphone: 'Microfone',
    signalling: 'Conexão com o servidor',
    stun: 'Caminho até a outra pessoa',
    turnUdp: 'Relay por UDP',
    turnTcp: 'Relay por TCP',
    turnTls: 'Relay por TLS, como a web',
    bitRate: 'Velocidade',
    certificate: 'Certificado',
    mediaServer: 'Servidor de áudio e vídeo',
    idle: 'ainda por verificar',
    running: 'verificação em curso',
    skipped: 'não configurado aqui',
    success: 'funciona',
    failed: 'não funciona',
    attention: 'funciona, mas veja abaixo',
    kbps: (kbps: number) =>
      kbps < 1000 ? `${kbps} kbit/s` : `${(kbps / 1000).toLocaleString('pt', { maximumFractionDigits: 1 })} Mbit/s`,
    picture: (width: number, height: number) => `${width} × ${height}`,
  },
  doctorFaults: {
    'server-unreachable': 'O servidor não responde. Confira a conexão à internet e tente de novo.',
    'socket-blocked':
      'As páginas passam, mas não o que se diz nelas. Quem cuida da sua rede ou do seu proxy deve permitir WebSockets para este servidor.',
    'too-many-checks': 'Houve verificações demais a partir daqui. Tente de novo dentro de um minuto.',
    'camera-denied':
      'O navegador não teve permissão para usar a sua câmera. Dê permissão no ícone da câmera na barra de endereço e verifique de novo.',
    'camera-missing': 'Nenhuma câmera foi encontrada. Conecte uma e verifique de novo.',
    'camera-in-use': 'Outro programa usa a sua câmera. Feche a câmera nele e verifique de novo.',
    'camera-failed': 'A câmera não iniciou. Conecte de novo, ou reinicie o navegador.',
    'camera-black': 'A câmera só mostra preto. Abra a tampa dela, ou escolha outra.',
    'microphone-denied':
      'O navegador não teve permissão para usar o seu microfone. Dê permissão no ícone na barra de endereço e verifique de novo.',
    'microphone-missing': 'Nenhum microfone foi encontrado. Conecte um e verifique de novo.',
    'microphone-in-use': 'Outro programa usa o seu microfone. Feche o microfone nele e verifique de novo.',
    'microphone-failed': 'O microfone não iniciou. Conecte de novo, ou reinicie o navegador.',
    insecure: 'Os navegadores só dão a câmera e o microfone a páginas com https. Abra esta página com https.',
    'policy-blocked':
      'A página em volta desta não permite a câmera nem o microfone. Peça ao responsável allow="camera; microphone".',
    'calls-unsupported':
      'Este navegador não permite videochamadas. Use uma versão atual do Chrome, Edge, Firefox ou Safari.',
    'stun-blocked':
      'Do servidor STUN nada volta por UDP. Peça que abram UDP 3478 para fora; sem isso, as chamadas precisam do relay.',
    'turn-udp-blocked':
      'O relay não responde por UDP. Peça que abram UDP 3478 para o servidor TURN: assim a imagem é melhor.',
    'turn-tcp-blocked': 'O relay não responde por TCP. Peça que abram TCP 3478 para o servidor TURN.',
    'turn-tls-blocked':
      'O relay não responde por TLS. Peça que abram TCP 443 para o servidor TURN e confira se o certificado é válido.',
    'turn-refused':
      'O relay recusa as credenciais. Confira se o segredo e o relógio do servidor TURN são os mesmos do Eyeline.',
    'turn-full': 'O relay não aceita mais ninguém neste momento. Aumente user-quota e total-quota do servidor TURN.',
    'turn-missing':
      'Não há relay, por isso chamadas entre redes fechadas não vão funcionar. Instale um servidor TURN e indique-o em iceServers.',
    'bit-rate-low': 'A conexão é lenta: a imagem será pequena ou vai parar. Fique mais perto do Wi-Fi, ou use um cabo.',
    'bit-rate-unknown': 'O relay não deixou passar nada a tempo, por isso a velocidade não é conhecida. Tente de novo.',
    'name-unknown': 'O nome não é conhecido. Confira como está escrito e a entrada dele no DNS.',
    'port-closed': 'Ninguém responde nesta porta. Confira se o servidor está ativo e se os firewalls o deixam passar.',
    'certificate-untrusted':
      'Os navegadores não confiam neste certificado. Use um de uma autoridade conhecida, com toda a cadeia.',
    'certificate-other-name': 'O certificado é para outro nome. Use um para o nome do endereço.',
    'certificate-expired': 'O certificado não é válido neste momento. Renove o certificado.',
    'certificate-expires': 'O certificado termina dentro de duas semanas. Renove o certificado.',
    'media-port-closed':
      'O servidor de áudio e vídeo não responde por TCP. Abra a porta (sfu.port, normalmente 44400), também para UDP, e confira sfu.announcedAddress.',
    'media-missing':
      'O servidor de áudio e vídeo não está ativo, por isso só funcionam chamadas de navegador a navegador. A razão está no log do Eyeline.',
    'took-too-long':
      'Demorou demais para saber. Tente de novo; se continuar assim, a rede é muito lenta ou não deixa passar nada.',
  },
} satisfies Partial<WidgetLanguage>;

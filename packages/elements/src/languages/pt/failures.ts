import type { WidgetLanguage } from '../../sentences/use-language.ts';

/** What went wrong, and how camera and microphone are allowed again. */
export const failures = {
  failures: {
    'invalid-payload':
      'A mensagem não tinha a forma esperada. Recarregue a página; se acontecer de novo, informe o suporte.',
    'version-mismatch': 'Esta página e o servidor têm versões diferentes. Recarregue a página.',
    'unknown-command': 'Este servidor não conhece esse comando. Recarregue a página para ter a versão certa.',
    'unknown-entry-point': 'Este chat ainda não está aberto. Use outro meio para falar com o atendimento.',
    'invalid-form': 'Um campo do formulário falta ou é longo demais. Corrija e envie o formulário de novo.',
    'message-too-long': 'Uma mensagem tem no máximo 10 000 caracteres. Envie em várias partes.',
    'too-many-requests': 'Foi rápido demais. Espere alguns segundos e tente de novo.',
    'too-many-connections':
      'Há conexões demais a partir daqui. Feche algumas páginas, ou tente de novo dentro de um minuto.',
    starting: 'O serviço ainda não está pronto. Esta página vai entrar sozinha em um momento.',
    'too-many-pages': 'Esta conversa está aberta em janelas demais. Feche algumas e recarregue esta.',
    'too-many-interactions':
      'Foram iniciadas conversas demais a partir daqui. Tente de novo dentro de alguns minutos.',
    'proof-required': 'Mostre primeiro que não é um robô e depois tente de novo.',
    'proof-refused': 'Não foi possível confirmar que não é um robô. Tente de novo em um momento.',
    'token-invalid': 'Esta sessão não é válida. Comece de novo.',
    'token-expired': 'Esta sessão expirou. Comece de novo.',
    'wrong-credentials': 'O login ou a senha não está certo.',
    'not-signed-in': 'Entre primeiro com o seu login.',
    'not-allowed': 'Isso pertence a outra pessoa.',
    closed: 'Neste momento o atendimento está fechado. Deixe uma mensagem, ou volte quando estiver aberto.',
    'callback-not-possible': 'Não é possível ligar a essa hora. Escolha outra.',
    'consult-in-progress': 'Já há uma consulta a um colega. Termine primeiro essa e depois consulte outro.',
    'consult-gone': 'Esta consulta terminou.',
    'target-gone': 'Esse agente ou essa fila não pode assumir agora. Escolha outro destino.',
    'interaction-closed': 'Esta conversa terminou. Inicie outra.',
    'unknown-reason': 'Esse motivo não está configurado. Escolha um da lista.',
    'offer-gone': 'Esta oferta já não está aberta.',
    'task-gone': 'A conclusão desta tarefa já não é sua.',
    'link-unknown': 'Este link não existe. Confira se foi copiado por inteiro, ou peça outro.',
    'link-early': 'Este link ainda não está aberto. Volte à hora combinada.',
    'link-used': 'Este link já foi usado. Peça outro.',
    'link-expired': 'Este link expirou. Peça outro.',
    'link-revoked': 'Este link foi retirado. Peça outro.',
    'link-ended': 'A conversa a que este link levava terminou.',
    'too-many-links': 'São mais de 25 links. Peça menos de cada vez.',
    'number-invalid': 'Isso não é um número de telefone. Escreva com o código do país, como +351 210 000 000.',
    'not-offered': 'Isso não está disponível aqui.',
    'file-too-large': 'Este anexo é grande demais. Envie um menor.',
    'file-not-taken': 'Anexos deste tipo não podem ser enviados aqui.',
    'file-unsafe': 'Este anexo não foi enviado: o antivírus encontrou algo nele.',
    'voice-channel-not-yours':
      'Este telefone é de outra pessoa. Entre como o agente a quem pertence este posto.',
    'call-in-progress': 'Já há uma chamada. Termine essa antes de começar outra.',
    'call-gone': 'Esta chamada já não existe.',
    'call-not-allowed': 'Neste momento não é possível usar vídeo nesta conversa.',
    'consent-needed': 'Leia o que se pede antes de mostrar a câmera, aceite e tente de novo.',
    'call-elsewhere': 'Esta chamada continua em outra janela sua. Continue aqui, ou volte para lá.',
    'source-not-allowed': 'Isso não pode ser mostrado nesta chamada neste momento.',
    'not-in-call': 'Esta página já não está na chamada. Entre de novo.',
    'join-outdated': 'Outra página ou uma tentativa posterior entrou na chamada em vez desta. Continue lá.',
    'transport-gone': 'Essa conexão de áudio e vídeo não é sua, ou é de antes. Entre de novo na chamada.',
    'producer-gone': 'Essa imagem ou esse som não está, ou já não está, nesta chamada.',
    'own-producer': 'Essa imagem ou esse som é seu e não volta para o seu lado.',
    'consumer-gone': 'Essa imagem ou esse som não chega, ou já não chega, ao seu lado. Peça de novo.',
    'codec-not-supported':
      'Este navegador não pode mostrar o que a outra pessoa envia: não há nenhum codec em comum.',
    'media-unavailable': 'O servidor de áudio e vídeo não está pronto. Tente de novo em um momento; o chat continua.',
    'store-unavailable': 'Não foi possível guardar a mensagem. Ela será enviada de novo automaticamente.',
    'already-done':
      'Isso já foi feito, e a resposta já não é conhecida. Recarregue a página para ver como está tudo.',
    'server-busy': 'O servidor está sobrecarregado. Tente de novo em um momento.',
    internal: 'Algo falhou do nosso lado. Tente de novo.',

    'no-connection':
      'Os dois lados não se encontraram por nenhum dos caminhos tentados. O chat continua; tente a chamada de novo.',
    'connection-lost':
      'A chamada não pôde continuar: por nenhum caminho passava o bastante. O chat continua; tente a chamada mais tarde.',
    'too-weak':
      'A conexão ficou fraca demais até para o som, por isso a chamada terminou. O chat continua; tente a chamada dentro de algum tempo.',

    denied:
      'O navegador não teve permissão para usar a sua câmera. Dê permissão no ícone da câmera na barra de endereço e tente de novo.',
    dismissed: 'A pergunta sobre a sua câmera foi fechada. Tente de novo e escolha “Permitir”.',
    'press-needed': 'O navegador quer perguntar antes de dar a sua câmera de novo. Ative a câmera.',
    'in-use': 'Outro programa usa a sua câmera. Feche a câmera nele e tente de novo.',
    'no-device': 'Nenhuma câmera foi encontrada. Conecte uma e tente de novo.',
    ended: 'A sua câmera foi desconectada ou retirada. Tudo continua sozinho quando ela voltar.',
    insecure: 'Os navegadores só dão a câmera a páginas com https. Abra esta página com https.',
    'policy-blocked':
      'A página em volta deste chat não permite a câmera. Peça ao responsável allow="camera; microphone".',
    unsupported: 'Este navegador não permite videochamadas. O chat continua.',
    failed: 'A câmera não iniciou. Tente de novo, ou reinicie o navegador.',
    'effect-failed':
      'Este navegador não consegue desfocar o fundo, por isso a sua imagem não é mostrada. Tente de novo, ou mostre sem desfoque.',
  },
  microphone: {
    denied:
      'O navegador não teve permissão para usar o seu microfone. Dê permissão no ícone na barra de endereço e tente de novo.',
    dismissed: 'A pergunta sobre o seu microfone foi fechada. Tente de novo e escolha “Permitir”.',
    'press-needed': 'O navegador quer perguntar antes de dar o seu microfone de novo. Ative o microfone.',
    'in-use': 'Outro programa usa o seu microfone. Feche o microfone nele e tente de novo.',
    'no-device': 'Nenhum microfone foi encontrado. Conecte um e tente de novo.',
    ended: 'O seu microfone foi desconectado ou retirado. Tudo continua sozinho quando ele voltar.',
    insecure: 'Os navegadores só dão o microfone a páginas com https. Abra esta página com https.',
    'policy-blocked':
      'A página em volta deste chat não permite o microfone. Peça ao responsável allow="camera; microphone".',
    unsupported: 'Este navegador não permite chamadas. O chat continua.',
    failed: 'O microfone não iniciou. Tente de novo, ou reinicie o navegador.',
    'effect-failed': 'Este navegador não consegue reduzir o ruído. Tente de novo, ou desative a redução.',
  },
  screen: {
    denied:
      'O sistema não permitiu que o navegador fizesse a apresentação. Dê permissão nas configurações do sistema e tente de novo.',
    dismissed: 'Nada foi escolhido. Tente de novo e escolha o que apresentar.',
    'press-needed': 'O navegador quer perguntar o que apresentar. Inicie a apresentação de novo.',
    'in-use': 'O sistema não deu a imagem da apresentação. Tente de novo, ou apresente outra janela.',
    'no-device': 'Não há nada para apresentar. Abra a janela que quer apresentar e tente de novo.',
    ended: 'A sua apresentação já não está visível. Se quiser, inicie de novo.',
    insecure: 'Os navegadores só permitem apresentar em páginas com https. Abra esta página com https.',
    'policy-blocked': 'A página em volta deste chat não permite isso. Peça ao responsável allow="display-capture".',
    unsupported: 'Este navegador não consegue apresentar. Use um computador para isso.',
    failed: 'Não foi possível apresentar. Tente de novo, ou reinicie o navegador.',
    'effect-failed': 'Não foi possível apresentar. Tente de novo, ou reinicie o navegador.',
  },
  permission: {
    help: 'Como permitir a câmera e o microfone',
    picture: 'Onde fica neste navegador',
    chromium: [
      'Clique no ícone com as duas barras deslizantes à esquerda do endereço.',
      'Ative a câmera e o microfone.',
      'Volte aqui: continua sozinho.',
    ],
    edge: [
      'Clique no cadeado à esquerda do endereço.',
      'Abra “Permissões para este site” e escolha “Permitir” para a câmera e o microfone.',
      'Volte aqui: continua sozinho.',
    ],
    firefox: [
      'Clique na câmera riscada à esquerda do endereço.',
      'Remova “Bloqueado” com a pequena cruz ao lado.',
      'Volte aqui e tente de novo; escolha “Permitir”.',
    ],
    safari: [
      'Abra o menu “Safari” e, nele, as configurações para este site.',
      'Escolha “Permitir” para a câmera e o microfone.',
      'Volte aqui e tente de novo.',
    ],
    iosSafari: [
      'Toque no ícone da página à esquerda do endereço.',
      'Toque nas configurações do site e escolha “Permitir” para a câmera e o microfone.',
      'Volte aqui e tente de novo.',
    ],
    iosOther: [
      'Abra as configurações do telefone e, na lista de apps, este navegador.',
      'Ative a câmera e o microfone.',
      'Volte aqui e tente de novo.',
    ],
    androidChromium: [
      'Toque no ícone com as duas barras deslizantes à esquerda do endereço.',
      'Toque em “Permissões” e ative a câmera e o microfone.',
      'Volte aqui: continua sozinho.',
    ],
    androidFirefox: [
      'Toque no cadeado à esquerda do endereço.',
      'Toque na linha da câmera e do microfone até aparecer “Permitido”.',
      'Volte aqui e tente de novo.',
    ],
    other: [
      'Abra as configurações deste site no navegador, quase sempre à esquerda do endereço.',
      'Escolha “Permitir” para a câmera e o microfone.',
      'Volte aqui e tente de novo.',
    ],
    prompt: ['Tente de novo: o navegador pergunta no topo da janela.', 'Escolha “Permitir”.'],
    inUse: [
      'Feche outros programas e janelas que mostrem a sua imagem, como outra reunião.',
      'Continua sozinho quando a câmera ficar livre.',
    ],
    frame: [
      'Esta página está dentro de outra, que não deixa usar a câmera.',
      'Peça aos responsáveis deste site que acrescentem allow="camera; microphone; display-capture" ao iframe.',
    ],
    system:
      'Ainda sem permissão? Talvez o sistema não dê a câmera e o microfone ao navegador: veja as configurações de privacidade.',
  },
} satisfies Partial<WidgetLanguage>;

type Widget = HTMLElementTagNameMap['eyeline-widget'];

/**
 * Who came by a link has said so by that: the call begins as soon as the agent is there, and once. Where the site asks for
 * consent, they look at themselves first and read what they agree to.
 */
export function startWhenMet(widget: Widget): void {
  const { actor } = widget.session ?? {};
  const look = (): void => {
    const { conversation } = actor?.getSnapshot().children ?? {};
    const { call, escalation, interaction, online } = conversation?.getSnapshot().context ?? {};
    if (!call || !interaction || !online) return;
    const isMet = interaction.participants.some(one => one.role === 'agent' && one.presence !== 'left');
    const isOver = interaction.milestones.some(({ kind, reason }) => kind === 'call-declined' || reason === 'hung-up');
    if (isOver || interaction.closed) stop();
    else if (isMet && escalation?.kinds.length && call.getSnapshot().matches('idle') && !interaction.call) {
      stop();
      if (escalation.consent) void widget.startVideo();
      else call.send({ type: 'start', picture: widget.picture });
    }
  };
  // What happens inside a conversation shows in its own actor: looking now and then is simpler than following both.
  const timer = setInterval(look, 200);
  const stop = () => clearInterval(timer);
  look();
}

import '@eyeline/elements/widget';
import { createCustomerSession } from '@eyeline/sdk';

const widget = document.createElement('eyeline-widget');
widget.session = createCustomerSession({ entryPointId: 'support' });
document.body.append(widget);

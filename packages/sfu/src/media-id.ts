import type { ConsumerId, ProducerId, TransportId } from '@eyeline/protocol';

interface Identified {
  readonly id: string;
}

// mediasoup makes these ids; here is the one place where they become ours.
export const transportId = ({ id }: Identified): TransportId => id as TransportId;
export const producerId = ({ id }: Identified): ProducerId => id as ProducerId;
export const consumerId = ({ id }: Identified): ConsumerId => id as ConsumerId;

import { createClient } from '@connectrpc/connect';
import { DeliveryService } from '../gen/voronka/notifier/v1/delivery_pb';
import { DeviceService } from '../gen/voronka/notifier/v1/device_pb';
import { PreferenceService } from '../gen/voronka/notifier/v1/preference_pb';
import { transport } from './transport';

// Apart from the others: no first screen needs them.
export const deliveries = createClient(DeliveryService, transport);
export const devices = createClient(DeviceService, transport);
export const preferences = createClient(PreferenceService, transport);

import { Contact_Channel as Channel } from '../gen/voronka/crm/v1/contact_pb';

// What people are reached by, with the keys of their texts.
export const channels = [
  { channel: Channel.CALL, name: 'reach.channels.call' },
  { channel: Channel.SMS, name: 'reach.channels.sms' },
  { channel: Channel.EMAIL, name: 'reach.channels.email' },
  { channel: Channel.TELEGRAM, name: 'reach.channels.telegram' },
  { channel: Channel.WHATSAPP, name: 'reach.channels.whatsapp' },
  { channel: Channel.VK, name: 'reach.channels.vk' },
  { channel: Channel.MAX, name: 'reach.channels.max' },
] as const;

// The key of its text. Undefined: none is preferred.
export const channelName = (channel: Channel): string | undefined =>
  channels.find((known) => known.channel === channel)?.name;

import { phoneText } from './phone';

interface Network {
  name: string;
  // What a click opens.
  link: (account: string) => string;
}

// By the names that the service gives them: `telegram:ivanov`.
const networks: Partial<Record<string, Network>> = {
  telegram: { name: 'Telegram', link: (account) => `https://t.me/${account}` },
  whatsapp: { name: 'WhatsApp', link: (account) => `https://wa.me/${account.replace(/\D/g, '')}` },
  vk: { name: 'VK', link: (account) => `https://vk.com/${account}` },
  max: { name: 'MAX', link: (account) => `https://max.ru/${account}` },
  instagram: { name: 'Instagram', link: (account) => `https://www.instagram.com/${account}` },
};

function parts(messenger: string): [Network | undefined, string] {
  const colon = messenger.indexOf(':');
  return [networks[messenger.slice(0, Math.max(colon, 0))], messenger.slice(colon + 1)];
}

// «Telegram: ivanov». Of a network that this client does not know yet, as it is stored.
export function messengerText(messenger: string): string {
  const [network, account] = parts(messenger);
  return network ? `${network.name}: ${phoneText(account)}` : messenger;
}

// Of several, as an inquiry has them.
export const messengersText = (messengers: string): string => messengers.split(', ').map(messengerText).join(', ');

// Undefined: this client does not know the network.
export function messengerLink(messenger: string): string | undefined {
  const [network, account] = parts(messenger);
  return network?.link(encodeURI(account));
}

// By what a contact is looked for: what is known of it as a whole, or else the beginning of its name.
export interface SoughtContact {
  phone?: string;
  email?: string;
  messenger?: string;
  name?: string;
}

const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const phone = /^[+\d][\d\s().-]*$/;
const mention = /^@[a-z0-9_]{4,}$/i;
const messengerLink = /^(https?:\/\/)?(www\.|m\.)?(t\.me|wa\.me|vk\.com|vk\.ru|max\.ru|instagram\.com)\/.+$/i;
const fewestDigits = 5;

export function contactSought(typed: string): SoughtContact {
  const text = typed.replace(/\s+/g, ' ').trim();
  if (!text) return {};
  if (email.test(text)) return { email: text };
  if (mention.test(text) || messengerLink.test(text)) return { messenger: text };
  if (phone.test(text) && text.replace(/\D/g, '').length >= fewestDigits) return { phone: text };
  return { name: text };
}

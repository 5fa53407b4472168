import type { Inquiry } from '../gen/voronka/crm/v1/inquiry_pb';

// What sites call the field that says where the client is, the most exact first.
const names = [/^(город|населенный пункт|city|town)$/, /^(регион|область|region|state)$/, /(адрес|address)/];

// Fields that tell of the network or of mail, and of no place.
const others = /client_address|mail|почт/;

const separators = /[_\s-]+/g;

const plain = (name: string): string => name.toLowerCase().replaceAll('ё', 'е').replaceAll(separators, ' ').trim();

// Where the client is, by what they filled in; empty: no field says so.
export function placeIn(inquiries: Pick<Inquiry, 'sent'>[]): string {
  const sent = inquiries.flatMap(({ sent: fields }) => Object.entries(fields?.values ?? {}));
  const usable = sent.filter(([name, value]) => value.trim() && !others.test(name.toLowerCase()));
  for (const wanted of names) {
    const found = usable.find(([name]) => wanted.test(plain(name)));
    if (found) return found[1].trim();
  }
  return '';
}

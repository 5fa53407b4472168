import { i18n } from './i18n';

// What the service could read as a number: E.164, maybe with an extension. Anything else is as somebody typed it.
const number = /^(\+\d{5,20})(?:;ext=(\d+))?$/;

export function isDoubtfulPhone(phone: string): boolean {
  return !number.test(phone);
}

// `+7 916 123-45-67` for a Russian number, `+7 495 123-45-67 доб. 12` with an extension; others are returned unchanged.
export function phoneText(phone: string): string {
  const [, e164 = phone, extension] = number.exec(phone) ?? [];
  const text = e164.replace(/^\+7(\d{3})(\d{3})(\d{2})(\d{2})$/, '+7 $1 $2-$3-$4');
  return extension ? `${text} ${i18n.t('deal.extension', { extension })}` : text;
}

// Dials the extension too, where the device can. Of a doubtful phone, dials what digits there are.
export function phoneLink(phone: string): string {
  return `tel:${isDoubtfulPhone(phone) ? phone.replace(/[^+\d]/g, '') : phone}`;
}

// By what a company is looked for: the beginning of its name, or its whole tax number. The other is empty.
export interface Sought {
  name: string;
  taxNumber: string;
}

const title = /^(инн|унп|бин|иин|vat)[\s:№]*(?=\d)/i;
const number = /^\d{5,}(\/\d+)?$/;

// Undefined: nothing is typed.
export function soughtBy(typed: string): Sought | undefined {
  const text = typed.replace(/\s+/g, ' ').trim();
  const digits = text.replace(title, '').replace(/[\s-]/g, '');
  if (number.test(digits)) return { name: '', taxNumber: digits };
  return text ? { name: text, taxNumber: '' } : undefined;
}

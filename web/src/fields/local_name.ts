// What TypeScript calls a field of a message: `tax_number` is `taxNumber`.
export const localName = (name: string): string =>
  name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

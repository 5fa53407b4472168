// `+7 916 123-45-67` for a Russian number; other numbers are returned unchanged.
export function phoneText(e164: string): string {
  return e164.replace(/^\+7(\d{3})(\d{3})(\d{2})(\d{2})$/, '+7 $1 $2-$3-$4');
}

// The deal that was named by its number or by the address of its card: `7`, `#7`, `https://crm.example/deals/7`.
export function dealNumberIn(typed: string): bigint | undefined {
  const [, number] = /^\s*(?:#|.*\/deals\/)?(\d{1,16})\D*$/.exec(typed) ?? [];
  return number === undefined || /^0+$/.test(number) ? undefined : BigInt(number);
}

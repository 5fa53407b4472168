// «(2) Сделка #7, Ирина · Voronka»: how many offers wait for the user, and what is open.
export function titleOf(offers: number, shown: string, product: string): string {
  const name = shown ? `${shown} · ${product}` : product;
  return offers ? `(${offers}) ${name}` : name;
}

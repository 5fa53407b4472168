// Where a click on the text leads. Undefined: it is not the address of a page, but maybe a script (`javascript:`).
export function pageLink(text: string): string | undefined {
  try {
    const { protocol, href } = new URL(text);
    return protocol === 'http:' || protocol === 'https:' ? href : undefined;
  } catch {
    return undefined;
  }
}

// The same of a site, which people write without `https://`.
export function siteLink(text: string): string | undefined {
  if (!/^[^\s:/]+\.[^\s:/]+(\/|$)/.test(text)) return pageLink(text);
  return pageLink(`https://${text}`);
}

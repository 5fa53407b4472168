const sections = { contact: '/contacts', company: '/companies' } as const;

// The page of a contact or a company.
export const clientPath = (kind: keyof typeof sections, id: bigint): string => `${sections[kind]}/${id}`;

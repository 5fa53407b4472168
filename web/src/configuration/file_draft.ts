// The name under which the text of a file of one's own is kept, until it is applied.
export const draftName = 'configuration';

// As the service takes it.
export const longestFile = 500_000;

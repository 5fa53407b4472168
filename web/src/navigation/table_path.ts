// The table of a pipeline's deals. Empty: of all deals.
export const tablePath = (pipeline: string): string => (pipeline ? `/table/${pipeline}` : '/table');

export const isTablePath = (path: string): boolean => /^\/table(\/|$)/.test(path);

export const taskTablePath = '/tasks/table';

// The user's own tasks, also for those who see everybody's.
export const ownOverduePath = '/tasks?whose=mine';

// Whether the address asks for the user's own tasks.
export const asksForOwn = (search: string): boolean => new URLSearchParams(search).get('whose') === 'mine';

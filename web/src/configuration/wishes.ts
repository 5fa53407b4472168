// What one wants besides the configuration itself.
export interface Wishes {
  removeOthers: boolean;
  // For the history.
  comment: string;
}

export const noWishes: Wishes = { removeOthers: false, comment: '' };

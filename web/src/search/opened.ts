import { userScoped } from '../state/observable';

// Whether the palette is open.
export const searchOpened = userScoped(false);

import { userScoped } from '../state/observable';

export const shortcutsShown = userScoped(false);

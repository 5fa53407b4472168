import { Observable } from '../state/observable';

// What the screen is about, where its address does not say it: the title of the tab does.
export const pageName = new Observable('');

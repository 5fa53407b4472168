import { Observable } from '../state/observable';

export const keysShown = new Observable(false);

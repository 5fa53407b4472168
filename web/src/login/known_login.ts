import { Observable } from '../state/observable';

// The login of somebody who has just set their password; empty: nobody has. They only have to type it.
export const knownLogin = new Observable('');

import { ofTheUser } from '../state/observable';

export const keysShown = ofTheUser(false);

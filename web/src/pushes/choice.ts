import { Observable } from '../state/observable';
import { choiceIn, type Choice } from './stored_choice';

const storageKey = 'voronka-pushes';

export const choice = new Observable<Choice>(choiceIn(localStorage.getItem(storageKey)));

// Another tab has decided.
window.addEventListener('storage', ({ key, newValue }) => {
  if (key === storageKey) choice.set(choiceIn(newValue));
});

export function choose(changed: Choice): void {
  choice.set({ ...choice.get(), ...changed });
  localStorage.setItem(storageKey, JSON.stringify(choice.get()));
}

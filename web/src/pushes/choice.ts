import { Observable } from '../state/observable';

// What the people of this browser have decided about pushes to it. It outlives the session: whoever logs in next is
// reached as well, with their own notifications.
export interface Choice {
  // Absent: nobody has decided.
  pushes?: 'on' | 'off';
  // The invitation has come up by itself, which it does once.
  asked?: boolean;
}

const storageKey = 'voronka-pushes';

// Whatever else is stored there counts as nothing.
export function choiceIn(stored: string | null): Choice {
  try {
    const { pushes, asked } = (JSON.parse(stored ?? '{}') ?? {}) as Choice;
    return { pushes: pushes === 'on' || pushes === 'off' ? pushes : undefined, asked: asked === true };
  } catch {
    return {};
  }
}

export const choice = new Observable<Choice>(choiceIn(localStorage.getItem(storageKey)));

// Another tab has decided.
window.addEventListener('storage', ({ key, newValue }) => {
  if (key === storageKey) choice.set(choiceIn(newValue));
});

export function choose(changed: Choice): void {
  choice.set({ ...choice.get(), ...changed });
  localStorage.setItem(storageKey, JSON.stringify(choice.get()));
}

import { userScoped } from '../state/observable';

export interface Toast {
  id: number;
  text: string;
  tone: 'good' | 'bad';
  // A button beside the text; pressing it also takes the toast away.
  action?: ToastAction;
  // Stays until the user takes it away.
  lasts?: boolean;
}

export interface ToastAction {
  label: string;
  act: () => void;
}

const shownMs = 7_000;
let lastId = 0;

export const toasts = userScoped<Toast[]>([]);

export function dismissToast(id: number): void {
  toasts.set(toasts.get().filter((toast) => toast.id !== id));
}

// Takes the place of an equal one, so that they do not pile up.
export function showToast(
  text: string,
  tone: Toast['tone'] = 'bad',
  { action, lasts }: Pick<Toast, 'action' | 'lasts'> = {},
): void {
  const id = ++lastId;
  const others = toasts.get().filter((toast) => toast.text !== text || toast.tone !== tone);
  toasts.set([...others, { id, text, tone, action, lasts }]);
  if (!lasts) setTimeout(() => dismissToast(id), shownMs);
}

import { userScoped } from '../state/observable';

export interface Toast {
  id: number;
  text: string;
  tone: 'good' | 'bad';
  // A button beside the text; pressing it also takes the toast away.
  action?: ToastAction;
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

export function showToast(text: string, tone: Toast['tone'] = 'bad', action?: ToastAction): void {
  const id = ++lastId;
  toasts.set([...toasts.get(), { id, text, tone, action }]);
  setTimeout(() => dismissToast(id), shownMs);
}

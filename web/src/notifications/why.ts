import { userScoped } from '../state/observable';

export interface Asked {
  notificationId: bigint;
  // Whose it is.
  userId: bigint;
}

// The notification that somebody wants to know the way of: «Почему не пришло уведомление?»
export const whyAsked = userScoped<Asked | undefined>(undefined);

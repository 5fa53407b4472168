// Why a browser cannot be woken by push messages, as far as the user can do something about it, or should know.
export type Obstacle =
  // On iPhone and iPad only an app on the home screen can.
  | 'homeScreen'
  // The user, or somebody before them, has refused.
  | 'denied'
  | 'unsupported';

export interface Abilities {
  // The browser has push messages and system notifications.
  canPush: boolean;
  isApplePhone: boolean;
  permission: NotificationPermission;
}

export function obstacleOf({ canPush, isApplePhone, permission }: Abilities): Obstacle | undefined {
  if (!canPush) return isApplePhone ? 'homeScreen' : 'unsupported';
  return permission === 'denied' ? 'denied' : undefined;
}

// iPads say that they are Macs, which have no touch screen.
export function isApplePhone({ userAgent, maxTouchPoints }: Pick<Navigator, 'userAgent' | 'maxTouchPoints'>): boolean {
  return /iPhone|iPad|iPod/.test(userAgent) || (/Mac OS X/.test(userAgent) && maxTouchPoints > 1);
}

export function abilities(): Abilities {
  const canPush = 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
  const permission = 'Notification' in window ? Notification.permission : 'default';
  return { canPush, isApplePhone: isApplePhone(navigator), permission };
}

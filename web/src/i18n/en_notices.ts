import type ru from './ru_notices';
import type { Texts } from './texts';

const en: Texts<typeof ru> = {
  notifications: {
    title: 'Notifications',
    unread_one: '{{count}} new notification',
    unread_other: '{{count}} new notifications',
    unloaded: 'Notifications didn’t load',
    empty: 'You’re all caught up',
    emptyHint: 'New inquiries and reminders show up here.',
    snooze: 'In 15 minutes',
    snoozes: {
      inAQuarter: 'In 15 minutes',
      inAnHour: 'In an hour',
      todayAtNine: 'Today at 9',
      tomorrowAtNine: 'Tomorrow at 9',
      more: 'Snooze until another time',
    },
    snoozed: 'snoozed: {{time}}',
    dismiss: 'Dismiss',
    over: 'no longer available',
    readAll: 'Mark all as read',
    complete: 'Complete',
    completeHere: 'Complete',
    setUp: 'Notification settings',
    more: 'Snooze, or see why it didn’t come: {{text}}',
    why: 'Why didn’t it come?',
  },
  pushes: {
    title: 'Notifications on this device',
    thisDevice: 'This device',
    devices: 'Devices with notifications',
    turnOn: 'Turn on',
    turnOff: 'Turn off',
    notNow: 'Not now',
    how: 'Show me how',
    invitation: {
      open: 'Hear of inquiries while Voronka is closed?',
      homeScreen: 'To hear of inquiries while Voronka is closed, add it to your home screen.',
      denied: 'Your browser blocks notifications: you hear of inquiries only by looking here.',
    },
    phase: {
      unknown: 'Checking whether notifications are on…',
      off: 'Notifications come only while Voronka is open. Turn them on to hear of inquiries and reminders while it is closed, too.',
      turning: 'Turning notifications on…',
      on: 'On: notifications come even while Voronka is closed.',
      serverless: 'This server has no notifications for closed browsers. They come while Voronka is open.',
    },
    obstacle: {
      homeScreen: 'On an iPhone or iPad, notifications come only if Voronka is on the home screen.',
      denied: 'Notifications are blocked in this browser.',
      unsupported: 'This browser cannot get notifications while Voronka is closed. Try another one.',
    },
    steps: {
      homeScreen:
        'Open Voronka in Safari, tap Share and choose “Add to Home Screen”. Then open it from the home screen and turn notifications on right here.',
      denied:
        'To allow them, click the icon to the left of the site’s address, find “Notifications” and choose “Allow”. If Voronka is installed as an app, allow its notifications in the phone’s settings. Then open this page again.',
    },
    dismissed:
      'You closed the browser’s question, so notifications are not on yet. Press “Turn on” again and choose “Allow”. If the browser asks no more, click the icon to the left of the site’s address and allow notifications there.',
    noService: 'The browser could not reach its notification service. Check the connection and try again.',
    noDevices: 'None yet: turn notifications on here, or on your phone.',
    test: 'Test',
    testOf: 'Test: {{name}}',
    tested: 'Sending a test notification…',
    testUnanswered: 'The device has not answered yet: check whether it is on and has a connection.',
    since: 'added: {{time}}',
    remove: 'Remove',
    removeOf: 'Remove: {{name}}',
    removeTitle: 'Remove the device?',
    removeEffect: 'It gets no more notifications, until they are turned on there again. It stays logged in to Voronka.',
  },
  preferences: {
    kinds: 'What to tell, and how',
    kind: 'What happened',
    push: 'On the phone',
    popup: 'On screen',
    sound: 'With sound',
    inQuietHours: 'In quiet hours',
    urgency: 'Urgency',
    of: '{{what}}: {{title}}',
    urgencies: {
      usual: 'Default',
      high: 'High: at once',
      normal: 'Normal',
      low: 'Low: may wait',
    },
    quietHours: {
      title: 'Quiet hours',
      enabled: 'Send no notifications at night',
      from: 'From',
      until: 'Until',
      hint: 'In your time zone: {{zone}}. What comes in quiet hours reaches you when they end, if it still matters. The table says what comes in quiet hours too.',
      empty: 'They begin and end at the same time, so there are none.',
    },
    changedMeanwhile: 'These settings have just been changed on another device. You now see them as they are.',
    details: {
      title: 'For the whole company',
      label: 'Names of clients and deals in notifications on phones',
      effect:
        'Notifications pass through servers of Google, Apple and Mozilla, and show on a locked screen. Without this they hold only numbers and times.',
    },
    colleagues: 'Colleagues’ notifications',
    colleague: 'Whose',
    colleagueHint: 'See what came, and why something did not',
    nobody: 'Choose a colleague',
  },
  deliveries: {
    title: 'Why didn’t the notification come?',
    zone: 'Times are in your time zone in Voronka: {{zone}}.',
    none: 'Nothing else is known of this notification.',
    why: 'Why?',
    whyOf: 'Why it didn’t come: {{text}}',
    nothing: 'There have been no notifications yet.',
    unread: 'unread',
    // By the user, or because its reason was gone.
    read: 'closed',
    snoozed: 'snoozed',
  },
};

export default en;

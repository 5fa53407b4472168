import { navigate } from 'wouter/use-browser-location';
import { taskIn } from '../navigation/asked';
import { currentSession } from '../session/session';
import type { OpenMessage, WorkerMessage } from '../worker/page_messages';
import { completionTopic } from './actions';
import { hasPoppedUp, popupTopic } from './popups';
import { tagIn } from './tag';

// The stream may bring a notification a moment after its push.
const streamMs = 1_000;

// Whether it has popped up here, or does so soon.
async function popsUpHere(tag: string): Promise<boolean> {
  if (hasPoppedUp(tag)) return true;
  return new Promise((resolve) => {
    const end = (popped: boolean) => {
      clearTimeout(timer);
      stop();
      resolve(popped);
    };
    const timer = setTimeout(() => end(false), streamMs);
    const stop = popupTopic.subscribe((notification) => {
      if (tagIn(notification) === tag) end(true);
    });
  });
}

// A notification may still be there after another user has logged in, for whom its numbers mean something else.
function open({ path, sessionId }: OpenMessage): boolean {
  if (sessionId !== String(currentSession()?.id)) return false;
  const { pathname, search } = new URL(path, location.origin);
  const completed = taskIn(search, 'complete');
  const isDeal = pathname.startsWith('/deals/');
  // What is about nothing leaves the user where they are.
  if (path !== '/') navigate(completed === undefined ? path : pathname, isDeal ? { state: { over: true } } : {});
  if (completed !== undefined) completionTopic.publish(completed);
  return true;
}

const answerTo = (message: WorkerMessage): boolean | Promise<boolean> =>
  message.kind === 'open' ? open(message) : popsUpHere(message.tag);

// Does what the service worker asks of this page.
export function heedWorker(): () => void {
  const listen = (event: MessageEvent<WorkerMessage>) => {
    void Promise.resolve(answerTo(event.data)).then((answer) => event.ports[0]?.postMessage(answer));
  };
  navigator.serviceWorker.addEventListener('message', listen);
  return () => navigator.serviceWorker.removeEventListener('message', listen);
}

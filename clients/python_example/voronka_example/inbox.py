import random
import threading
import time
import uuid

import grpc

from voronka.notifier.v1 import delivery_pb2, delivery_pb2_grpc, notification_pb2, notification_pb2_grpc
from .refusal import refusal_text

# In seconds.
_FIRST_PAUSE = 0.2
_LONGEST_PAUSE = 10

_UNREAD = notification_pb2.Notification.STATE_UNREAD
_HOPELESS = {grpc.StatusCode.INVALID_ARGUMENT, grpc.StatusCode.PERMISSION_DENIED, grpc.StatusCode.UNIMPLEMENTED}


# With jitter, so that clients who lost the same server do not come back at the same moment.
def _pause_after(failures):
    pause = min(_LONGEST_PAUSE, _FIRST_PAUSE * 2 ** min(failures, 6))
    return random.uniform(pause / 2, pause)


class Inbox:
    """Shows the user's notifications as they come, each once, and closes what was answered elsewhere."""

    def __init__(self, notifier, session, cursor_file):
        self._service = notification_pb2_grpc.InboxServiceStub(notifier)
        self._delivery = delivery_pb2_grpc.DeliveryServiceStub(notifier)
        self._session = session
        self._cursor_file = cursor_file
        self._cursor = cursor_file.read()
        self._failures = 0  # how often the stream has ended since it last brought something
        self._lock = threading.Lock()
        self._shown = {}

    def follow(self):
        """Until the session has ended."""
        while True:
            try:
                self._read_stream()
            except grpc.RpcError as error:
                print(f'the stream has ended: {refusal_text(error)}', flush=True)
                if not self._may_continue(error):
                    return
            time.sleep(_pause_after(self._failures))
            self._failures += 1

    def shown(self, notification_id):
        """What is shown now, or None."""
        with self._lock:
            return self._shown.get(notification_id)

    def _read_stream(self):
        request = notification_pb2.SubscribeRequest(cursor=self._cursor)
        stream = self._service.Subscribe(request, metadata=self._session.metadata())
        try:
            for response in stream:
                self._take(response)
                self._failures = 0
        finally:
            stream.cancel()

    # Without a cursor, a stream brings only what is new from now on; after RESYNC, something may be missed. What is
    # unread is then listed while the stream is open, so nothing falls between the two.
    def _take(self, response):
        if not self._cursor or response.HasField('resync'):
            self._show_unread()
        if response.HasField('notification'):
            self._apply(response.notification)
        self._cursor = response.cursor
        # After the notification is shown: whatever happens, it is not missed.
        self._cursor_file.write(self._cursor)

    def _show_unread(self):
        request = notification_pb2.ListNotificationsRequest(state=_UNREAD)
        while True:
            page = self._session.call(self._service.ListNotifications, request)
            for notification in page.notifications:
                self._apply(notification)
            if not page.next_page_token:
                return
            request.page_token = page.next_page_token

    def _apply(self, notification):
        shown = self.shown(notification.id)
        if notification.state == _UNREAD:
            if shown is None or shown.occurrence < notification.occurrence:
                self._show(notification)
        elif shown is not None:
            print(f'close #{notification.id}', flush=True)
            with self._lock:
                del self._shown[notification.id]

    def _show(self, notification):
        again = ' again' if notification.occurrence > 1 else ''
        with self._lock:
            self._shown[notification.id] = notification
        print(f'show #{notification.id}{again}: {notification.text}', flush=True)
        self._report_shown(notification)

    # «Почему не пришло уведомление?» then says that it was shown here. Without an answer nothing is lost but that.
    def _report_shown(self, notification):
        request = delivery_pb2.ReportShownRequest(request_id=str(uuid.uuid4()))
        request.notifications.add(notification_id=notification.id, occurrence=notification.occurrence)
        try:
            self._delivery.ReportShown(request, timeout=2, metadata=self._session.metadata())
        except grpc.RpcError:
            pass

    def _may_continue(self, error):
        if error.code() in _HOPELESS:
            return False
        if error.code() != grpc.StatusCode.UNAUTHENTICATED:
            return True
        try:
            self._session.renew()
        except grpc.RpcError as refused:
            return refused.code() != grpc.StatusCode.UNAUTHENTICATED
        return True

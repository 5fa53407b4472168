import uuid

from google.protobuf.duration_pb2 import Duration

from voronka.crm.v1 import deal_offer_pb2, deal_offer_pb2_grpc, task_pb2, task_pb2_grpc
from voronka.notifier.v1 import notification_pb2, notification_pb2_grpc


class Answers:
    """What a user answers to a notification. Once it is answered, it closes on all of the user's devices by itself. All
    methods raise grpc.RpcError."""

    def __init__(self, crm, notifier, session):
        self._offers = deal_offer_pb2_grpc.DealOfferServiceStub(crm)
        self._tasks = task_pb2_grpc.TaskServiceStub(crm)
        self._inbox = notification_pb2_grpc.InboxServiceStub(notifier)
        self._session = session

    def take(self, offer):
        """«Взять»: the deal on offer becomes the user's."""
        self._session.call(self._offers.TakeOffer, deal_offer_pb2.TakeOfferRequest(
            request_id=str(uuid.uuid4()), deal_id=offer.deal_id))

    def complete(self, reminder, result):
        """«Выполнить»: the task is done, with this result."""
        self._session.call(self._tasks.CompleteTask, task_pb2.CompleteTaskRequest(
            request_id=str(uuid.uuid4()), task_id=reminder.task_id, result=result))

    def snooze(self, notification, seconds):
        """«Через 15 минут»."""
        self._session.call(self._inbox.SnoozeNotification, notification_pb2.SnoozeNotificationRequest(
            request_id=str(uuid.uuid4()), notification_id=notification.id, duration=Duration(seconds=seconds)))

    def hide(self, notification):
        """«Скрыть»."""
        self._session.call(self._inbox.AcknowledgeNotification, notification_pb2.AcknowledgeNotificationRequest(
            request_id=str(uuid.uuid4()), notification_id=notification.id))

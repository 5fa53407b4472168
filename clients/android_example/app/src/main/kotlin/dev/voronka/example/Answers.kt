package dev.voronka.example

import com.google.protobuf.duration
import io.grpc.Channel
import voronka.crm.v1.DealOfferServiceGrpcKt.DealOfferServiceCoroutineStub
import voronka.crm.v1.TaskServiceGrpcKt.TaskServiceCoroutineStub
import voronka.crm.v1.completeTaskRequest
import voronka.crm.v1.takeOfferRequest
import voronka.notifier.v1.InboxServiceGrpcKt.InboxServiceCoroutineStub
import voronka.notifier.v1.acknowledgeNotificationRequest
import voronka.notifier.v1.snoozeNotificationRequest
import java.util.UUID
import java.util.concurrent.TimeUnit

private const val PATIENCE_S = 20L

private fun newRequestId() = UUID.randomUUID().toString()

/**
 * What a user answers to a notification. Once it is answered, it closes on all of the user's devices by itself. All
 * methods throw StatusException.
 */
class Answers(crm: Channel, notifier: Channel, private val session: Session) {
    private val offers = DealOfferServiceCoroutineStub(crm).withWaitForReady()
    private val tasks = TaskServiceCoroutineStub(crm).withWaitForReady()
    private val inbox = InboxServiceCoroutineStub(notifier).withWaitForReady()

    /** «Взять»: the deal on offer becomes the user's. */
    suspend fun take(deal: Long) {
        val request = takeOfferRequest {
            requestId = newRequestId()
            dealId = deal
        }
        session.call { offers.withDeadlineAfter(PATIENCE_S, TimeUnit.SECONDS).takeOffer(request, it) }
    }

    /** «Выполнить»: the task is done, with this result. */
    suspend fun complete(task: Long, result: String) {
        val request = completeTaskRequest {
            requestId = newRequestId()
            taskId = task
            this.result = result
        }
        session.call { tasks.withDeadlineAfter(PATIENCE_S, TimeUnit.SECONDS).completeTask(request, it) }
    }

    /** «Через 15 минут». */
    suspend fun snooze(notification: Long, minutes: Long) {
        val request = snoozeNotificationRequest {
            requestId = newRequestId()
            notificationId = notification
            duration = duration { seconds = minutes * 60 }
        }
        session.call { inbox.withDeadlineAfter(PATIENCE_S, TimeUnit.SECONDS).snoozeNotification(request, it) }
    }

    /** «Скрыть». */
    suspend fun hide(notification: Long) {
        val request = acknowledgeNotificationRequest {
            requestId = newRequestId()
            notificationId = notification
        }
        session.call { inbox.withDeadlineAfter(PATIENCE_S, TimeUnit.SECONDS).acknowledgeNotification(request, it) }
    }
}

package dev.voronka.example

import io.grpc.Channel
import io.grpc.StatusException
import voronka.notifier.v1.DeliveryServiceGrpcKt.DeliveryServiceCoroutineStub
import voronka.notifier.v1.ReportShownRequestKt.shown
import voronka.notifier.v1.reportShownRequest
import java.util.UUID
import java.util.concurrent.TimeUnit

/** «Почему не пришло уведомление?» then says what was shown here. Without an answer nothing is lost but that. */
class Deliveries(notifier: Channel, private val session: Session) {
    private val service = DeliveryServiceCoroutineStub(notifier)

    suspend fun reportShown(id: Long, occurrence: Int) {
        val request = reportShownRequest {
            requestId = UUID.randomUUID().toString()
            notifications += shown {
                notificationId = id
                this.occurrence = occurrence
            }
        }
        try {
            session.call { service.withDeadlineAfter(2, TimeUnit.SECONDS).reportShown(request, it) }
        } catch (ignored: StatusException) {
        }
    }
}

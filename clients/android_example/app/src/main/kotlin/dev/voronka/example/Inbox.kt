package dev.voronka.example

import android.content.SharedPreferences
import androidx.core.content.edit
import io.grpc.Channel
import io.grpc.Status
import io.grpc.StatusException
import kotlinx.coroutines.delay
import voronka.notifier.v1.InboxServiceGrpcKt.InboxServiceCoroutineStub
import voronka.notifier.v1.NotificationOuterClass.Notification
import voronka.notifier.v1.NotificationOuterClass.Notification.State
import voronka.notifier.v1.NotificationOuterClass.SubscribeResponse
import voronka.notifier.v1.listNotificationsRequest
import voronka.notifier.v1.subscribeRequest
import kotlin.random.Random

private const val CURSOR = "cursor"
private const val FIRST_PAUSE_MS = 200L
private const val LONGEST_PAUSE_MS = 10_000L

private val hopeless = setOf(Status.Code.INVALID_ARGUMENT, Status.Code.PERMISSION_DENIED, Status.Code.UNIMPLEMENTED)

// With jitter, so that clients who lost the same server do not come back at the same moment.
private fun pauseAfter(failures: Int): Long {
    val pause = minOf(LONGEST_PAUSE_MS, FIRST_PAUSE_MS shl minOf(failures, 6))
    return Random.nextLong(pause / 2, pause)
}

/** Shows the user's notifications as they come, while the app is open, and closes what was answered elsewhere. */
class Inbox(
    notifier: Channel,
    private val session: Session,
    private val phone: PhoneNotifications,
    private val deliveries: Deliveries,
    private val preferences: SharedPreferences,
) {
    private val service = InboxServiceCoroutineStub(notifier)
    // How often the stream has ended since it last brought something.
    private var failures = 0

    /** Until it is cancelled, or until the session has ended. */
    suspend fun follow() {
        while (true) {
            try {
                readStream()
            } catch (ended: StatusException) {
                if (ended.status.code in hopeless) return
                if (ended.status.code == Status.Code.UNAUTHENTICATED && !renewed()) return
            }
            delay(pauseAfter(failures++))
        }
    }

    private suspend fun readStream() {
        val request = subscribeRequest { cursor = preferences.getString(CURSOR, "").orEmpty() }
        service.subscribe(request, session.credentials()).collect { response ->
            take(response)
            failures = 0
        }
    }

    private suspend fun renewed() =
        try {
            session.renew()
            true
        } catch (refused: StatusException) {
            refused.status.code != Status.Code.UNAUTHENTICATED
        }

    // Without a cursor, a stream brings only what is new from now on; after RESYNC, something may be missed. What is
    // unread is then listed while the stream is open, so nothing falls between the two.
    private suspend fun take(response: SubscribeResponse) {
        if (!preferences.contains(CURSOR) || response.hasResync()) showUnread()
        if (response.hasNotification()) apply(response.notification)
        // After the notification is shown: whatever happens, it is not missed.
        preferences.edit { putString(CURSOR, response.cursor) }
    }

    private suspend fun showUnread() {
        var request = listNotificationsRequest { state = State.STATE_UNREAD }
        do {
            val page = session.call { service.listNotifications(request, it) }
            page.notificationsList.forEach { apply(it) }
            request = request.toBuilder().setPageToken(page.nextPageToken).build()
        } while (page.nextPageToken.isNotEmpty())
    }

    private suspend fun apply(notification: Notification) {
        if (notification.state != State.STATE_UNREAD) {
            phone.close(notification.id, notification.occurrence)
        } else if (phone.show(notification)) {
            deliveries.reportShown(notification.id, notification.occurrence)
        }
    }
}

package dev.voronka.example

import com.google.firebase.messaging.FirebaseMessagingService
import com.google.firebase.messaging.RemoteMessage
import com.google.protobuf.util.JsonFormat
import io.grpc.StatusException
import kotlinx.coroutines.runBlocking
import org.json.JSONArray
import org.json.JSONObject
import voronka.notifier.v1.PushMessageOuterClass.PushMessage

// The fields of PushMessage under their JSON names, each as a string; `buttons` is a JSON array.
private fun pushMessageOf(data: Map<String, String>): PushMessage {
    val json = JSONObject()
    data.forEach { (name, value) -> json.put(name, if (name == "buttons") JSONArray(value) else value) }
    return PushMessage.newBuilder().also { JsonFormat.parser().ignoringUnknownFields().merge(json.toString(), it) }.build()
}

private fun PushMessage.isOver() =
    hasExpireTime() && expireTime.seconds * 1000 <= System.currentTimeMillis()

/** Wakes the phone while the app is closed. Runs on a thread of Firebase's, for at most 20 s. */
class PushService : FirebaseMessagingService() {
    override fun onMessageReceived(message: RemoteMessage) {
        val push = pushMessageOf(message.data)
        // Of a session that has ended: somebody else may be logged in now.
        if (push.sessionId != app.session.id) return
        if (push.signedOut) return runBlocking { app.leave(push.text) }
        if (push.close) return app.phone.close(push.notificationId, push.occurrence)
        if (push.isOver() || !app.phone.show(push)) return
        runBlocking { app.deliveries.reportShown(push.notificationId, push.occurrence) }
    }

    override fun onNewToken(token: String) {
        if (!app.session.isOpen) return
        // If it fails, the next start of the app registers it.
        try {
            runBlocking { app.devices.register(token) }
        } catch (ignored: StatusException) {
        }
    }
}

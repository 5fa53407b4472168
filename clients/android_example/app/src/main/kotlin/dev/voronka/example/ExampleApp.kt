package dev.voronka.example

import android.app.Application
import android.content.Context

/** What the activity, the push service and the answers share. */
class ExampleApp : Application() {
    private val crm by lazy { openChannel(BuildConfig.CRM) }
    private val notifier by lazy { openChannel(BuildConfig.NOTIFIER) }
    private val preferences by lazy { getSharedPreferences("voronka", MODE_PRIVATE) }

    val session by lazy { Session(crm, preferences) }
    val phone by lazy { PhoneNotifications(this) }
    val deliveries by lazy { Deliveries(notifier, session) }
    val inbox by lazy { Inbox(notifier, session, phone, deliveries, preferences) }
    val answers by lazy { Answers(crm, notifier, session) }
    val devices by lazy { Devices(notifier, session) }

    /** The session has been ended elsewhere: whoever holds the phone next reads nothing of it. */
    suspend fun leave(text: String) {
        session.forget()
        phone.clear()
        phone.showSignedOut(text)
    }
}

val Context.app get() = applicationContext as ExampleApp

package dev.voronka.example

import android.app.NotificationChannel
import android.app.NotificationManager
import android.app.PendingIntent
import android.content.Context
import android.content.Intent
import androidx.core.app.NotificationCompat
import androidx.core.content.edit
import voronka.notifier.v1.NotificationOuterClass.Notification
import voronka.notifier.v1.PushMessageOuterClass.PushMessage
import voronka.notifier.v1.PushMessageOuterClass.PushMessage.Action

private const val CHANNEL = "news"
private const val ONE_EACH = 0
private const val SIGNED_OUT = "voronka-signed-out"

// Of how many notifications the phone remembers that they were shown.
private const val MOST_REMEMBERED = 1000

/** What the phone shows: one notification for each of the inbox, whether the stream or a push brought it, or both. */
class PhoneNotifications(private val context: Context) {
    private class Subject(val id: Long, val occurrence: Int, val deal: Long, val task: Long)

    private val manager = context.getSystemService(NotificationManager::class.java)

    // The last occurrence that was shown or closed, by notification: a late push of it does not come back.
    private val occurrences = context.getSharedPreferences("shown", Context.MODE_PRIVATE)

    init {
        val name = context.getString(R.string.channel)
        manager.createNotificationChannel(NotificationChannel(CHANNEL, name, NotificationManager.IMPORTANCE_HIGH))
    }

    /** False: it was shown before. */
    fun show(push: PushMessage): Boolean {
        val subject = Subject(push.notificationId, push.occurrence, push.dealId, push.taskId)
        return show(subject, push.text, push.sound, push.buttonsList.map { it.action to it.title })
    }

    /** False: it was shown before. */
    fun show(notification: Notification): Boolean {
        val subject = Subject(notification.id, notification.occurrence, notification.dealId, notification.taskId)
        return show(subject, notification.text, notification.sound, buttonsOf(notification))
    }

    /** A late close of what was snoozed leaves what has come again. */
    fun close(id: Long, occurrence: Int) {
        if (occurrences.getInt(id.toString(), 0) <= occurrence) manager.cancel(tagOf(id), ONE_EACH)
        isNew(id, occurrence)
    }

    /** Closes all, and forgets it: in another account the same numbers mean something else. */
    fun clear() {
        manager.cancelAll()
        occurrences.edit(commit = true) { clear() }
    }

    fun showSignedOut(text: String) {
        val builder = builderOf(text).setContentIntent(opening(id = 0, task = 0)).setSilent(true)
        manager.notify(SIGNED_OUT, ONE_EACH, builder.build())
    }

    private fun show(subject: Subject, text: String, sound: Boolean, buttons: List<Pair<Action, String>>): Boolean {
        if (!isNew(subject.id, subject.occurrence)) return false
        val builder = builderOf(text).setContentIntent(opening(subject.id, task = 0)).setSilent(!sound)
        buttons.forEach { (action, title) -> builder.addAction(0, title, intentOf(action, subject)) }
        manager.notify(tagOf(subject.id), ONE_EACH, builder.build())
        return true
    }

    private fun builderOf(text: String) = NotificationCompat.Builder(context, CHANNEL)
        .setSmallIcon(android.R.drawable.ic_popup_reminder)
        .setContentText(text)
        .setStyle(NotificationCompat.BigTextStyle().bigText(text))
        .setAutoCancel(true)

    // Remembers it. The stream and a push may come at the same moment.
    @Synchronized
    private fun isNew(id: Long, occurrence: Int): Boolean {
        if (occurrences.getInt(id.toString(), 0) >= occurrence) return false
        occurrences.edit(commit = true) {
            putInt(id.toString(), occurrence)
            occurrences.all.keys.sortedByDescending { it.toLong() }.drop(MOST_REMEMBERED).forEach { remove(it) }
        }
        return true
    }

    private fun buttonsOf(notification: Notification): List<Pair<Action, String>> {
        val main = when (notification.kind) {
            Notification.Kind.KIND_OFFER, Notification.Kind.KIND_OFFER_WARNING -> Action.ACTION_TAKE to R.string.take
            Notification.Kind.KIND_TASK_REMINDER, Notification.Kind.KIND_TASK_OVERDUE ->
                Action.ACTION_COMPLETE to R.string.complete
            else -> null
        }
        return listOfNotNull(main, Action.ACTION_SNOOZE to R.string.snooze, Action.ACTION_HIDE to R.string.hide)
            .map { (action, title) -> action to context.getString(title) }
    }

    // A result is mandatory, so «Выполнить» opens the app; the others work without it.
    private fun intentOf(action: Action, subject: Subject) =
        if (action == Action.ACTION_COMPLETE) opening(subject.id, subject.task) else answer(action, subject)

    private fun opening(id: Long, task: Long): PendingIntent {
        val intent = Intent(context, MainActivity::class.java).setAction("open/$id/$task").putExtra(EXTRA_TASK, task)
        return PendingIntent.getActivity(context, 0, intent, PendingIntent.FLAG_IMMUTABLE)
    }

    private fun answer(action: Action, subject: Subject): PendingIntent {
        val intent = Intent(context, AnswerReceiver::class.java)
            .setAction("$action/${subject.id}")
            .putExtra(EXTRA_ACTION, action.number)
            .putExtra(EXTRA_NOTIFICATION, subject.id)
            .putExtra(EXTRA_OCCURRENCE, subject.occurrence)
            .putExtra(EXTRA_DEAL, subject.deal)
        return PendingIntent.getBroadcast(
            context, 0, intent, PendingIntent.FLAG_IMMUTABLE or PendingIntent.FLAG_UPDATE_CURRENT,
        )
    }

    private fun tagOf(id: Long) = "voronka-$id"
}

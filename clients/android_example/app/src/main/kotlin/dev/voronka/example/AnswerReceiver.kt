package dev.voronka.example

import android.content.BroadcastReceiver
import android.content.Context
import android.content.Intent
import android.widget.Toast
import io.grpc.StatusException
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.TimeoutCancellationException
import kotlinx.coroutines.launch
import kotlinx.coroutines.withTimeout
import voronka.notifier.v1.PushMessageOuterClass.PushMessage.Action

const val EXTRA_ACTION = "action"
const val EXTRA_NOTIFICATION = "notification"
const val EXTRA_OCCURRENCE = "occurrence"
const val EXTRA_DEAL = "deal"
const val EXTRA_TASK = "task"

private const val SNOOZED_MINUTES = 15L

// Android gives a receiver 10 s.
private const val PATIENCE_MS = 9_000L

/** Takes the answers that a notification's buttons give without opening the app. */
class AnswerReceiver : BroadcastReceiver() {
    override fun onReceive(context: Context, intent: Intent) {
        val pending = goAsync()
        CoroutineScope(Dispatchers.Main).launch {
            try {
                withTimeout(PATIENCE_MS) { context.app.answer(intent) }
                context.app.phone.close(
                    intent.getLongExtra(EXTRA_NOTIFICATION, 0),
                    intent.getIntExtra(EXTRA_OCCURRENCE, 1),
                )
            } catch (refused: StatusException) {
                Toast.makeText(context, refused.text(), Toast.LENGTH_LONG).show()
            } catch (late: TimeoutCancellationException) {
                Toast.makeText(context, late.message, Toast.LENGTH_LONG).show()
            } finally {
                pending.finish()
            }
        }
    }

    private suspend fun ExampleApp.answer(intent: Intent) {
        val notification = intent.getLongExtra(EXTRA_NOTIFICATION, 0)
        when (Action.forNumber(intent.getIntExtra(EXTRA_ACTION, 0))) {
            Action.ACTION_TAKE -> answers.take(intent.getLongExtra(EXTRA_DEAL, 0))
            Action.ACTION_SNOOZE -> answers.snooze(notification, SNOOZED_MINUTES)
            else -> answers.hide(notification)
        }
    }
}

package dev.voronka.example

import android.Manifest
import android.content.Intent
import android.os.Build
import android.os.Bundle
import android.text.InputType
import android.view.ViewGroup
import android.widget.Button
import android.widget.EditText
import android.widget.LinearLayout
import android.widget.Toast
import androidx.activity.ComponentActivity
import androidx.activity.result.contract.ActivityResultContracts
import androidx.lifecycle.Lifecycle
import androidx.lifecycle.lifecycleScope
import androidx.lifecycle.repeatOnLifecycle
import com.google.firebase.messaging.FirebaseMessaging
import io.grpc.StatusException
import kotlinx.coroutines.launch
import kotlinx.coroutines.tasks.await
import java.io.IOException

/** Logs in, and asks for the result of a task. While it is on the screen, the stream is open. */
class MainActivity : ComponentActivity() {
    private val permission = registerForActivityResult(ActivityResultContracts.RequestPermission()) {}

    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        showForm(intent)
        lifecycleScope.launch {
            repeatOnLifecycle(Lifecycle.State.STARTED) { if (app.session.isOpen) app.inbox.follow() }
        }
        if (app.session.isOpen) tell { registerDevice() }
    }

    override fun onNewIntent(intent: Intent) {
        super.onNewIntent(intent)
        showForm(intent)
    }

    private fun showForm(intent: Intent) {
        val task = intent.getLongExtra(EXTRA_TASK, 0)
        when {
            !app.session.isOpen -> showLogin()
            task != 0L -> showResult(task)
            else -> setContentView(LinearLayout(this))
        }
    }

    private fun showLogin() {
        val login = EditText(this).apply { setHint(R.string.login) }
        val password = EditText(this).apply {
            setHint(R.string.password)
            inputType = InputType.TYPE_CLASS_TEXT or InputType.TYPE_TEXT_VARIATION_PASSWORD
        }
        show(login, password, button(R.string.log_in) {
            app.session.logIn(login.text.toString(), password.text.toString())
            // Of a session before, maybe of another user.
            app.phone.clear()
            if (Build.VERSION.SDK_INT >= 33) permission.launch(Manifest.permission.POST_NOTIFICATIONS)
            recreate()
        })
    }

    private fun showResult(task: Long) {
        val result = EditText(this).apply { setHint(R.string.result) }
        show(result, button(R.string.complete) {
            app.answers.complete(task, result.text.toString())
            finish()
        })
    }

    // Without Google's services there is no token: the app is told by its stream alone.
    private suspend fun registerDevice() {
        val token = try {
            FirebaseMessaging.getInstance().token.await()
        } catch (ignored: IOException) {
            return
        }
        app.devices.register(token)
    }

    private fun button(title: Int, press: suspend () -> Unit) = Button(this).apply {
        setText(title)
        setOnClickListener { tell(press) }
    }

    private fun tell(work: suspend () -> Unit) = lifecycleScope.launch {
        try {
            work()
        } catch (refused: StatusException) {
            Toast.makeText(this@MainActivity, refused.text(), Toast.LENGTH_LONG).show()
        }
    }

    private fun show(vararg views: android.view.View) = setContentView(LinearLayout(this).apply {
        orientation = LinearLayout.VERTICAL
        views.forEach { addView(it, ViewGroup.LayoutParams.MATCH_PARENT, ViewGroup.LayoutParams.WRAP_CONTENT) }
    })
}

package dev.voronka.example

import android.content.SharedPreferences
import android.os.Build
import android.os.SystemClock
import androidx.core.content.edit
import io.grpc.Channel
import io.grpc.Metadata
import io.grpc.Status
import io.grpc.StatusException
import kotlinx.coroutines.sync.Mutex
import kotlinx.coroutines.sync.withLock
import voronka.crm.v1.SessionOuterClass.LoginResponse
import voronka.crm.v1.SessionServiceGrpcKt.SessionServiceCoroutineStub
import voronka.crm.v1.loginRequest
import voronka.crm.v1.refreshSessionRequest
import java.util.concurrent.TimeUnit

private const val REFRESH_TOKEN = "refresh_token"
private const val SESSION_ID = "session_id"

// An access token is valid for 15 minutes.
private const val RENEW_AFTER_MS = 10 * 60 * 1000L
private const val PATIENCE_S = 20L

private val authorization = Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER)
private val language = Metadata.Key.of("accept-language", Metadata.ASCII_STRING_MARSHALLER)

/** A user who is logged in. The refresh token is kept; the access token lives in memory only. */
class Session(crm: Channel, private val preferences: SharedPreferences) {
    private val service = SessionServiceCoroutineStub(crm)
    private val mutex = Mutex()
    private var accessToken = ""
    // By the phone's time since boot: its wall clock may differ from the server's. 0: renew before the first call.
    private var renewAt = 0L

    val isOpen get() = preferences.contains(REFRESH_TOKEN)
    val id get() = preferences.getLong(SESSION_ID, 0)

    suspend fun logIn(login: String, password: String) = mutex.withLock {
        val request = loginRequest {
            this.login = login
            this.password = password
            client = Build.MODEL
        }
        take(stub().login(request, Metadata().apply { put(language, "ru") }))
    }

    /** Calls as the user, with a token that is valid. Repeats once if the user's rights have changed. */
    suspend fun <T> call(method: suspend (Metadata) -> T): T =
        try {
            method(credentials())
        } catch (refused: StatusException) {
            if (refused.status.code != Status.Code.UNAUTHENTICATED) throw refused
            renew()
            method(credentials())
        }

    suspend fun credentials(): Metadata = mutex.withLock {
        if (SystemClock.elapsedRealtime() >= renewAt) renewLocked()
        Metadata().apply {
            put(authorization, "Bearer $accessToken")
            put(language, "ru")
        }
    }

    suspend fun renew() = mutex.withLock { renewLocked() }

    /** It has ended. */
    suspend fun forget() = mutex.withLock { forgetLocked() }

    private fun forgetLocked() {
        preferences.edit(commit = true) { clear() }
        accessToken = ""
        renewAt = 0L
    }

    // The refresh token works once; the answer brings the next one. A lost answer may be asked for again for 30 s. If it
    // is refused, the session has ended.
    private suspend fun renewLocked() {
        val request = refreshSessionRequest { refreshToken = preferences.getString(REFRESH_TOKEN, "").orEmpty() }
        try {
            take(stub().refreshSession(request))
        } catch (refused: StatusException) {
            if (refused.status.code == Status.Code.UNAUTHENTICATED) forgetLocked()
            throw refused
        }
    }

    private fun stub() = service.withWaitForReady().withDeadlineAfter(PATIENCE_S, TimeUnit.SECONDS)

    private fun take(tokens: LoginResponse) {
        preferences.edit(commit = true) {
            putString(REFRESH_TOKEN, tokens.refreshToken)
            putLong(SESSION_ID, tokens.session.id)
        }
        accessToken = tokens.accessToken
        renewAt = SystemClock.elapsedRealtime() + RENEW_AFTER_MS
    }
}

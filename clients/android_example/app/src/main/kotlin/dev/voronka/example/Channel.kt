package dev.voronka.example

import io.grpc.ManagedChannel
import io.grpc.okhttp.OkHttpChannelBuilder
import java.util.concurrent.TimeUnit

// Every call that changes something has a request_id, so the library may repeat it: it takes effect once. A login has
// none, and is not repeated.
private val repeatWhatIsSafe = mapOf(
    "methodConfig" to listOf(
        mapOf(
            "name" to listOf(
                mapOf("service" to "voronka.crm.v1.DealOfferService"),
                mapOf("service" to "voronka.crm.v1.TaskService"),
                mapOf("service" to "voronka.notifier.v1.DeliveryService"),
                mapOf("service" to "voronka.notifier.v1.DeviceService"),
                mapOf("service" to "voronka.notifier.v1.InboxService"),
            ),
            "retryPolicy" to mapOf(
                "maxAttempts" to 5.0,
                "initialBackoff" to "0.2s",
                "maxBackoff" to "3s",
                "backoffMultiplier" to 2.0,
                "retryableStatusCodes" to listOf("UNAVAILABLE"),
            ),
        ),
    ),
)

/** A connection to a service. A dead one is noticed within 40 s; the server allows a ping every 10 s. */
fun openChannel(address: String): ManagedChannel {
    val builder = OkHttpChannelBuilder.forTarget(address)
        .defaultServiceConfig(repeatWhatIsSafe)
        .enableRetry()
        .keepAliveTime(30, TimeUnit.SECONDS)
        .keepAliveTimeout(10, TimeUnit.SECONDS)
    if (!BuildConfig.TLS) builder.usePlaintext()
    return builder.build()
}

package dev.voronka.example

import android.os.Build
import io.grpc.Channel
import voronka.notifier.v1.DeviceOuterClass.Vendor
import voronka.notifier.v1.DeviceServiceGrpcKt.DeviceServiceCoroutineStub
import voronka.notifier.v1.device
import voronka.notifier.v1.registerDeviceRequest
import java.util.UUID
import java.util.concurrent.TimeUnit

/**
 * Has this phone woken through Firebase while no stream is open. To be called after each login, at each start, and
 * whenever Firebase gives the app another token: the session has one device, the latest.
 */
class Devices(notifier: Channel, private val session: Session) {
    private val service = DeviceServiceCoroutineStub(notifier).withWaitForReady()

    suspend fun register(token: String) {
        val request = registerDeviceRequest {
            requestId = UUID.randomUUID().toString()
            device = device {
                vendor = Vendor.VENDOR_FCM
                name = Build.MODEL
                address = token
            }
        }
        session.call { service.withDeadlineAfter(20, TimeUnit.SECONDS).registerDevice(request, it) }
    }
}

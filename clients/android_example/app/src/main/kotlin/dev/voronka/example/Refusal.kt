package dev.voronka.example

import com.google.rpc.LocalizedMessage
import io.grpc.StatusException
import io.grpc.protobuf.StatusProto

/** Why a call was refused, for the user, in the language that the call asked for with `accept-language`. */
fun StatusException.text(): String {
    val details = StatusProto.fromThrowable(this)?.detailsList.orEmpty()
    val text = details.firstOrNull { it.`is`(LocalizedMessage::class.java) }?.unpack(LocalizedMessage::class.java)
    return text?.message ?: status.description.orEmpty()
}

#include "channel.h"

#include <grpcpp/create_channel.h>
#include <grpcpp/security/credentials.h>
#include <grpcpp/support/channel_arguments.h>

namespace {

// Every call that changes something has a request_id, so the library may repeat it: it takes effect once. A login has
// none, and is not repeated.
constexpr char kRepeatWhatIsSafe[] = R"({"methodConfig": [{
  "name": [
    {"service": "voronka.crm.v1.DealOfferService"},
    {"service": "voronka.crm.v1.TaskService"},
    {"service": "voronka.notifier.v1.DeliveryService"},
    {"service": "voronka.notifier.v1.DeviceService"},
    {"service": "voronka.notifier.v1.InboxService"}
  ],
  "retryPolicy": {
    "maxAttempts": 5,
    "initialBackoff": "0.2s",
    "maxBackoff": "3s",
    "backoffMultiplier": 2,
    "retryableStatusCodes": ["UNAVAILABLE"]
  }
}]})";

}  // namespace

std::shared_ptr<grpc::Channel> OpenChannel(const std::string& address, bool tls) {
  grpc::ChannelArguments arguments;
  arguments.SetServiceConfigJSON(kRepeatWhatIsSafe);
  // A connection that has died without a word, as of a phone in a lift, is noticed within 40 s. The server allows no
  // more than a ping every 10 s.
  arguments.SetInt(GRPC_ARG_KEEPALIVE_TIME_MS, 30'000);
  arguments.SetInt(GRPC_ARG_KEEPALIVE_TIMEOUT_MS, 10'000);
  // The library's own limit of 2 minutes keeps clients away long after a server has come back.
  arguments.SetInt(GRPC_ARG_MAX_RECONNECT_BACKOFF_MS, 10'000);
  const auto credentials =
      tls ? grpc::SslCredentials(grpc::SslCredentialsOptions()) : grpc::InsecureChannelCredentials();
  return grpc::CreateCustomChannel(address, credentials, arguments);
}

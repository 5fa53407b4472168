#pragma once

#include <memory>
#include <string>
#include <vector>

#include "foundation/process/clock.h"
#include "foundation/process/log.h"
#include "foundation/process/metrics.h"
#include "notifier/push/vendors/push.h"
#include "voronka/config/v1/services.pb.h"

namespace voronka::notifier {

// The push services of all vendors. Sends on a thread of its own and keeps its connections. Safe to use from every
// thread.
class PushServices {
 public:
  // Throws process::ConfigurationError for keys that cannot be used.
  PushServices(const config::v1::Push& configuration, const process::Clock& clock, process::Log& log,
               process::Metrics& metrics);
  // Calls whoever waits for an answer: kLater.
  ~PushServices();

  // The vendors that are configured.
  std::vector<v1::Vendor> Configured() const;
  // For subscriptions of browsers. Empty: no Web Push.
  std::string ApplicationServerKey() const;
  // Throws rpc::Error for an address or keys to which nothing is ever sent: ADDRESS_NOT_ALLOWED, KEY_INVALID, REQUIRED;
  // FAILED_PRECONDITION with reason VENDOR_OFF if the vendor is not configured.
  void Check(const v1::Device& device) const;

  // Takes over key files that have changed. A file that cannot be used is logged, and the former key stays.
  void Renew();

  // `answered` runs once, on the thread of this object: as soon as the service answers, or within 20 s. If FCM is slow
  // to give a new token too, within 80 s. Must not throw.
  void Send(Push push, PushAnswered answered);

 private:
  class Implementation;
  const std::unique_ptr<Implementation> implementation_;
};

}  // namespace voronka::notifier

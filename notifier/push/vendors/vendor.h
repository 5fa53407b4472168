#pragma once

#include "foundation/process/log.h"
#include "foundation/rpc/requests/error.h"
#include "notifier/push/vendors/push.h"

namespace voronka::notifier {

// How pushes reach the devices of one vendor.
class PushVendor {
 public:
  virtual ~PushVendor() = default;

  // Adds why nothing is ever sent to this device. Safe to call from every thread.
  virtual void Check(const v1::Device& device, rpc::Violations& violations) const = 0;
  // Takes over key files that have changed. Call from one thread at a time.
  virtual void Renew(process::Log& log) = 0;
  // On the thread of PushHttp, to a device that has passed the check.
  virtual void Send(Push push, PushAnswered answered) = 0;
};

}  // namespace voronka::notifier

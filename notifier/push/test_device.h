#pragma once

#include <functional>

#include "foundation/rpc/calls/session.h"
#include "voronka/notifier/v1/device.pb.h"

namespace voronka::notifier {

// `wake` runs after the commit.
v1::TestDeviceResponse TestDevice(rpc::Session& session, const v1::TestDeviceRequest& request,
                                  const std::function<void()>& wake);

}  // namespace voronka::notifier

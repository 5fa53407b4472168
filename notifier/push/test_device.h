#pragma once

#include <google/protobuf/empty.pb.h>

#include <functional>

#include "foundation/rpc/calls/session.h"
#include "voronka/notifier/v1/device.pb.h"

namespace voronka::notifier {

// `wake` runs after the commit.
google::protobuf::Empty TestDevice(rpc::Session& session, const v1::TestDeviceRequest& request,
                                   const std::function<void()>& wake);

}  // namespace voronka::notifier

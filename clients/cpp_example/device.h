#pragma once

#include <grpcpp/channel.h>

#include <memory>
#include <string>

#include "session.h"

// Has this device woken through Firebase while no stream is open. To be called after each login, and whenever Firebase
// gives the app another token: the session has one device, the latest.
grpc::Status RegisterPushToken(const std::shared_ptr<grpc::Channel>& notifier, Session& session,
                               const std::string& token, const std::string& name);

#pragma once

#include <string>

#include "notifier/kinds/kinds.h"
#include "voronka/notifier/v1/notification.pb.h"
#include "voronka/notifier/v1/push_message.pb.h"

namespace voronka::notifier {

// What a device shows: the text, and the kind's buttons in that language.
v1::PushMessage RingingMessage(const v1::Notification& notification, std::string text, const std::string& locale);

// Nobody is logged in there any more.
v1::PushMessage SignOutMessage(const std::string& locale);

// The notification as it was shown last is shown no more.
v1::PushMessage ClosingMessage(const v1::Notification& notification);

}  // namespace voronka::notifier

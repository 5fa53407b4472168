#pragma once

#include <memory>
#include <string_view>

#include "client/user_session.h"
#include "foundation/process/clock.h"

namespace voronka::demo {

// Logs in as a person of the demo account. Throws client::CallFailed, with reason WRONG_LOGIN if there is no such user
// or their password is not the demo's.
std::unique_ptr<client::UserSession> LogIn(const client::Channels& channels, const process::Clock& clock,
                                           std::string_view login);

}  // namespace voronka::demo

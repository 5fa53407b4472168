#pragma once

#include <filesystem>
#include <memory>

#include "client/user_session.h"
#include "demo/people/demo_account.h"
#include "foundation/process/clock.h"

namespace voronka::demo {

// The session of the account's admin. If there is no such account, the operator of the installation creates it first.
// `operator_key` is the PEM file of the operator's private key. Throws client::CallFailed.
std::unique_ptr<client::UserSession> AdminSession(const client::Channels& channels, const process::Clock& clock,
                                                  const std::filesystem::path& operator_key,
                                                  const DemoAccount& account);

}  // namespace voronka::demo

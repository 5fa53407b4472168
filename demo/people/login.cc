#include "demo/people/login.h"

#include <string>

#include "demo/people/people.h"

namespace voronka::demo {

std::unique_ptr<client::UserSession> LogIn(const client::Channels& channels, const process::Clock& clock,
                                           std::string_view login) {
  return client::UserSession::LogIn(channels, clock, std::string(login), std::string(kPassword), "voronka-demo");
}

}  // namespace voronka::demo

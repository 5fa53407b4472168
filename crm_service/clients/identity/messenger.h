#pragma once

#include <optional>
#include <string>

#include "crm_service/clients/identity/contact_point.h"

namespace voronka::crm {

// The account in a messenger or a social network that the text names, with its network first: `telegram:ivanov`. What
// is already so stays as it is. Nothing if it is not clear which account is meant: a bare name could be of any network.
std::optional<ContactPoint> MessengerPoint(const std::string& text);

}  // namespace voronka::crm

#pragma once

#include <string>
#include <vector>

#include "crm_service/clients/identity/contact_point.h"

namespace voronka::crm {

// The accounts in messengers that a client has written, each once: several are separated by commas or line breaks.
// `network`: whose account was asked for, such as `telegram`; then a bare name is enough if it is not of letters
// alone. Empty: of any.
//
// Whoever has one of them is taken for the same client, so a word that many would write (`telegram`, `none`) or the
// page that a network opens with (`vk.com/feed`) is none.
std::vector<ContactPoint> MessengersIn(const std::string& text, const std::string& network = "");

}  // namespace voronka::crm

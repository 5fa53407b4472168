#pragma once

#include <string>

#include "voronka/crm/v1/inquiry.pb.h"

namespace voronka::crm {

// Adds the phones, emails or messengers of a second field (`mobile` after `phone`) to those that the inquiry has, as if
// the client had written both into one field. Does nothing if none of them is new, there is no room for them, or
// `target` is another field than `phone`, `email` or `messenger`.
void AddFurtherContact(const std::string& target, const std::string& text, v1::Inquiry& inquiry);

}  // namespace voronka::crm

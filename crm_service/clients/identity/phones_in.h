#pragma once

#include <string>
#include <vector>

#include "crm_service/clients/identity/contact_point.h"

namespace voronka::crm {

// The phones in a text of one field: `тел. 8 (495) 123-45-67 доб. 12, +7 916 123-45-67 (WhatsApp)` has two. What has
// enough digits but is no number (nor anything else, see no_phone.h), such as one without an area code, is a typed
// phone. Each once, in the order of the text. They are found again in what they are stored as.
std::vector<ContactPoint> PhonesIn(const std::string& text);

}  // namespace voronka::crm

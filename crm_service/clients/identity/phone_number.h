#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace voronka::crm {

// The E.164 form of one number, written in digits and signs (`8 (916) 123-45-67`): first as a number that its country
// is known to use, then as one of a possible length. Tables of numbers grow old: countries give out new codes. Nothing
// when it is no number, or its area code is missing.
std::optional<std::string> PhoneNumberIn(std::string_view written);

// Whether it has the form of a phone that has been read: E.164, maybe with an extension (`+74951234567;ext=12`).
bool IsReadPhone(std::string_view phone);

}  // namespace voronka::crm

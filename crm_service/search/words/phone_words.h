#pragma once

#include <optional>
#include <string>
#include <vector>

#include "crm_service/search/words/word_cutting.h"

namespace voronka::crm {

// What a phone is found by: its digits, its digits without the code of the country, and its digits from the last on, so
// that the last ones are a beginning. Pure.
std::vector<std::string> PhoneWords(const std::string& phone);

// The beginning of a word for a phone that ends with these digits.
std::string EndingWith(const std::string& digits);

// The digits of a phone that the beginning of one of its words stands for. Nothing: none of them begins so.
std::optional<Span> SpanInPhone(const std::string& phone, const std::string& beginning);

}  // namespace voronka::crm

#include "crm_service/clients/identity/phone_number.h"

#include <fmt/format.h>
#include <phonenumbers/phonenumberutil.h>
#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace voronka::crm {
namespace {

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;
using Number = std::optional<std::string>;

// Clients in these neighbouring countries write their numbers without a plus.
constexpr std::array<std::string_view, 10> kNeighbours = {"373", "374", "375", "380", "992",
                                                          "993", "994", "995", "996", "998"};

std::string E164(const PhoneNumber& number) {
  std::string e164;
  PhoneNumberUtil::GetInstance()->Format(number, PhoneNumberUtil::E164, &e164);
  return e164;
}

// `digits` as they are dialled in the region; with a plus, from anywhere.
std::optional<PhoneNumber> Parsed(const std::string& digits, const char* region) {
  PhoneNumber number;
  const auto problem = PhoneNumberUtil::GetInstance()->Parse(digits, region, &number);
  return problem == PhoneNumberUtil::NO_PARSING_ERROR ? std::optional(number) : std::nullopt;
}

// A number that the country is known to use.
Number Known(const std::string& digits, const char* region) {
  const auto number = Parsed(digits, region);
  return number && PhoneNumberUtil::GetInstance()->IsValidNumber(*number) ? Number(E164(*number)) : std::nullopt;
}

// In Russia and Kazakhstan a number has ten digits, and no area begins with 0, 1 or 2, nor will.
bool MayBeAtHome(const PhoneNumber& number) {
  const auto digits = std::to_string(number.national_number());
  return digits.size() == 10 && digits.front() >= '3';
}

// A number of a length that the country has.
Number Possible(const std::string& digits, const char* region) {
  const auto number = Parsed(digits, region);
  const bool possible =
      number && (number->country_code() != 7 || MayBeAtHome(*number)) &&
      PhoneNumberUtil::GetInstance()->IsPossibleNumberWithReason(*number) == PhoneNumberUtil::IS_POSSIBLE;
  return possible ? Number(E164(*number)) : std::nullopt;
}

Number First(Number one, Number other) { return one ? std::move(one) : std::move(other); }

// As dialled in Russia, or in Belarus, where one dials 80 before the area.
Number KnownAtHome(const std::string& digits) {
  return First(Known(digits, "RU"), digits.starts_with("80") ? Known(digits, "BY") : std::nullopt);
}

Number WithCountryCode(const std::string& digits) {
  const auto plus = "+" + digits;
  if (auto known = Known(plus, "RU")) return known;
  // `+8 916`: from people who dial 8 instead of the country code.
  if (auto known = digits.starts_with('8') ? KnownAtHome(digits) : std::nullopt) return known;
  return Possible(plus, "RU");
}

// What follows the digits that one dials before a country code: 00 in Europe, 810 in Russia.
Number DialledAbroad(const std::string& digits) {
  for (const std::string_view prefix : {"00", "810"}) {
    if (digits.starts_with(prefix) && digits.size() > 11) return WithCountryCode(digits.substr(prefix.size()));
  }
  return std::nullopt;
}

Number PossibleWithoutPlus(const std::string& digits) {
  const bool is_russian = digits.size() == 10 || (digits.size() == 11 && (digits[0] == '7' || digits[0] == '8'));
  if (auto possible = is_russian ? Possible(digits, "RU") : std::nullopt) return possible;
  const bool is_neighbour =
      std::ranges::any_of(kNeighbours, [&](std::string_view code) { return digits.starts_with(code); });
  return is_neighbour ? Possible("+" + digits, "RU") : std::nullopt;
}

Number WithoutPlus(const std::string& digits) {
  if (auto known = KnownAtHome(digits)) return known;
  if (auto number = DialledAbroad(digits)) return number;
  const bool may_have_country_code = digits.size() > 11 || (digits.size() == 11 && digits[0] != '8');
  if (auto known = may_have_country_code ? Known("+" + digits, "RU") : std::nullopt) return known;
  return PossibleWithoutPlus(digits);
}

}  // namespace

std::optional<std::string> PhoneNumberIn(std::string_view written) {
  std::string digits;
  std::ranges::copy_if(written, std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
  const bool has_plus = written.substr(0, written.find_first_of("0123456789")).find('+') != std::string_view::npos;
  const auto once = has_plus ? WithCountryCode(digits) : WithoutPlus(digits);
  // The result may parse as yet another number: in Mexico, one with one 1 fewer before a mobile number.
  const auto twice = once ? WithCountryCode(once->substr(1)) : std::nullopt;
  const bool is_settled = twice && WithCountryCode(twice->substr(1)) == twice;
  return is_settled ? twice : std::nullopt;
}

bool IsReadPhone(std::string_view phone) {
  // Not 15, because Germany has numbers that are longer than the standard allows.
  static const RE2 form(R"(\+\d{5,20}(;ext=\d{1,6})?)");
  return RE2::FullMatch(phone, form);
}

}  // namespace voronka::crm
